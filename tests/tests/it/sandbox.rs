//! Promise: the sandbox serves every operation, and says how far it models each.

mod levels;
