//! Handing a PDF to the system's printing.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::disk::{self, DiskAction, DiskError, RealFiles};
use crate::ops::error::OpError;

/// Where files wait for a printing program that reads them later; emptied at the next print. The name tells
/// nothing of what is inside.
const SPOOL: &str = "print";

/// Prints a PDF on the named printer or the usual one.
///
/// # Errors
/// [`OpError::NoPrinting`] where this computer has no way to print a PDF, or its way refuses.
pub(in crate::ops) fn send(bytes: &[u8], printer: Option<&str>, data: &Path) -> Result<(), OpError> {
    let spool = data.join(SPOOL);
    let failed = |action, error: std::io::Error| DiskError::from_io(action, &spool, &error);
    if spool.is_dir() {
        std::fs::remove_dir_all(&spool).map_err(|error| failed(DiskAction::Remove, error))?;
    }
    std::fs::create_dir_all(&spool).map_err(|error| failed(DiskAction::MakeFolder, error))?;
    let file = spool.join("chenjian.pdf");
    disk::replace(&RealFiles, &file, bytes)?;
    let mut command = if cfg!(windows) { by_verb(&file, printer) } else { by_lp(&file, printer) };
    let done = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !cfg!(windows) {
        // `lp` has copied the file by now.
        let _ = std::fs::remove_dir_all(&spool);
    }
    match done {
        Ok(status) if status.success() => Ok(()),
        Ok(_) | Err(_) => Err(OpError::NoPrinting),
    }
}

fn by_lp(file: &Path, printer: Option<&str>) -> Command {
    let mut command = Command::new("lp");
    if let Some(printer) = printer {
        command.args(["-d", printer]);
    }
    command.arg("--").arg(file);
    command
}

/// The verb of the program that opens PDF files; fails where there is none.
fn by_verb(file: &Path, printer: Option<&str>) -> Command {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let path = quoted(&file.display().to_string());
    let script = match printer {
        Some(printer) => format!(
            "Start-Process -FilePath {path} -Verb PrintTo -ArgumentList {} -ErrorAction Stop",
            quoted(printer)
        ),
        None => format!("Start-Process -FilePath {path} -Verb Print -ErrorAction Stop"),
    };
    let mut command = Command::new("powershell");
    command.args(["-NoProfile", "-NonInteractive", "-Command", &script]);
    command
}
