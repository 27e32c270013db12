//! 晨检簿: arguments → command line or window → exit code.

fn main() {}
