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
fn window(arguments: &cli::Arguments) -> ExitCode {
    use chenjian::gui;
    use chenjian::i18n::Tr;

    let tr = Tr::new(cli::window_language(arguments));
    if !gui::has_display() {
        cli::report(&cli::no_display(&tr), arguments.json);
        return ExitCode::from(cli::REFUSED);
    }
    let ran = cli::window_start(arguments)
        .map(|(open, preferences, rules)| gui::run(gui::Start { open, preferences, rules, remember: true }));
    match ran {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(_)) => {
            cli::report(&cli::no_display(&tr), arguments.json);
            ExitCode::from(cli::REFUSED)
        }
        Err(error) => {
            cli::report(&chenjian::i18n::Explain::explain(&error, &tr), arguments.json);
            ExitCode::from(cli::exit_code(&error))
        }
    }
}

#[cfg(not(feature = "gui"))]
fn window(arguments: &cli::Arguments) -> ExitCode {
    let tr = chenjian::i18n::Tr::new(cli::window_language(arguments));
    cli::report(&cli::no_display(&tr), arguments.json);
    ExitCode::from(cli::USAGE)
}
