//! Promise: an error says what went wrong, in one short line, whatever the service sent; the status is the authority; and
//! nothing that was sent is lost to somebody who looks for it.

mod chains;
mod shapes;
