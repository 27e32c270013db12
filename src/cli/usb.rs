//! `usb …`

use super::arguments::UsbCommand;
use super::output::Output;
use crate::ops::usb::{Level, UsbOp, verify_package};
use crate::ops::{Book, OpError};

/// Runs `usb …`.
pub fn run(book: &mut Book, command: &UsbCommand, output: &Output) -> Result<(), OpError> {
    match command {
        UsbCommand::Export { to, date, level } => {
            let op = UsbOp::Export {
                to: to.clone(),
                date: date.unwrap_or_else(|| book.today()),
                level: Level::from_code(level).unwrap_or(Level::Counts),
            };
            let done = book.run_usb(&op, &mut output.progress())?;
            output
                .answer(&done, |tr| vec![tr.usb_done(done.files.len(), &done.folder.display().to_string())]);
        }
        UsbCommand::Verify { folder } => {
            let report = verify_package(folder)?;
            output.answer(&report, |tr| {
                let manifest = &report.manifest;
                let number = format!("{:04}", manifest.sequence);
                let (from, to) = (manifest.from.to_string(), manifest.to.to_string());
                let mut lines = vec![tr.usb_verified(&from, &number, &manifest.school.name, &to)];
                lines.extend(report.unlisted.iter().map(|name| tr.usb_unlisted(name)));
                lines
            });
        }
    }
    Ok(())
}
