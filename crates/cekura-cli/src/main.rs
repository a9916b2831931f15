//! The program `cekura`.
fn main() {}
