//! The folder of the demo: only an empty one, or one that an earlier demo made.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::disk::{DiskAction, DiskError};
use crate::ops::error::OpError;

/// Marks a folder that a demo made and may make again.
const MARK: &str = ".chenjian-demo";
/// What a demo makes.
const MADE: [&str; 4] = ["data", "paper", "usb", "roster.xlsx"];

/// Makes the folder ready: empty but for its mark.
///
/// # Errors
/// [`OpError::NotADemoFolder`] for a folder with anything of somebody else in it; it is left as it is.
pub(super) fn prepare(folder: &Path) -> Result<(), OpError> {
    let refused = || OpError::NotADemoFolder { path: folder.to_owned() };
    let mark = folder.join(MARK);
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() && !mark.is_file() {
                return Err(refused());
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder).map_err(|source| failed(DiskAction::MakeFolder, folder, &source))?;
        }
        Err(_) => return Err(refused()),
    }
    fs::write(&mark, "chenjian demo\n").map_err(|source| failed(DiskAction::Write, &mark, &source))?;
    clear(folder)?;
    for name in ["data", "paper", "usb"] {
        let path = folder.join(name);
        fs::create_dir(&path).map_err(|source| failed(DiskAction::MakeFolder, &path, &source))?;
    }
    Ok(())
}

/// Removes what a demo made; its mark stays.
pub(super) fn clear(folder: &Path) -> Result<(), OpError> {
    for name in MADE {
        let path = folder.join(name);
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        if let Err(source) = removed
            && source.kind() != ErrorKind::NotFound
        {
            return Err(failed(DiskAction::Remove, &path, &source));
        }
    }
    Ok(())
}

fn failed(action: DiskAction, path: &Path, source: &std::io::Error) -> OpError {
    DiskError::from_io(action, path, source).into()
}
