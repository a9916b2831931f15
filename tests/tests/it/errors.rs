//! Promise: an error says what failed in one short line, whatever the service sent. The status decides its kind. Everything that
//! was received can be read from it.

mod chains;
mod shapes;
