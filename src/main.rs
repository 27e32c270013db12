//! 晨检簿: arguments → command line or window → exit code.

use std::process::ExitCode;

use chenjian::cli::{self, Call};

fn main() -> ExitCode {
    match cli::call(std::env::args_os()) {
        Call::Done(code) => ExitCode::from(code),
        Call::Window(arguments) => window(&arguments),
    }
}

#[cfg(feature = "gui")]
fn window(_arguments: &cli::Arguments) -> ExitCode {
    ExitCode::SUCCESS
}

#[cfg(not(feature = "gui"))]
fn window(_arguments: &cli::Arguments) -> ExitCode {
    ExitCode::from(cli::USAGE)
}
