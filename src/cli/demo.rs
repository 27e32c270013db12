//! `demo`.

use std::path::Path;

use super::output::Output;
use crate::ops::{OpError, demo};

/// Makes the sample school and says how to open it.
pub fn run(out: &Path, output: &Output) -> Result<(), OpError> {
    let report = demo::make(out, output.tr().language(), &mut output.progress())?;
    output.answer(&report, |tr| {
        let mut lines: Vec<String> = report
            .files
            .iter()
            .map(|file| {
                let path = file.path.display().to_string();
                match file.kind {
                    "roster" => tr.demo_roster(file.count, &path),
                    "daily_report" => tr.demo_daily_report(&path),
                    "letters" => tr.demo_letters(file.count, &path),
                    "check_sheets" => tr.demo_check_sheets(file.count, &path),
                    _ => tr.demo_usb_package(&path),
                }
            })
            .collect();
        lines.push(tr.demo_open());
        let program = std::env::current_exe().unwrap_or_else(|_| "chenjian".into());
        lines.push(format!(
            "{} --data '{}' --now {}",
            program.display(),
            report.data.display(),
            report.now.format("%Y-%m-%dT%H:%M")
        ));
        lines
    });
    Ok(())
}
