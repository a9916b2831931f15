//! Promise: in doubt the client says so. Against servers that break off, lag behind, contradict themselves or answer what nobody
//! asked, it neither pays again nor takes for known what is not.

mod arguments;
mod deadlines;
mod evidence;
mod extremes;
mod keys;
mod logs;
mod lookouts;
mod moments;
mod raw;
mod reading;
mod refused;
mod replies;
mod resend;
mod shown;
mod sightings;
mod splitting;
mod states;
mod strangers;
