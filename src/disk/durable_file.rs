//! One file: whole under its final name, or absent.

use std::path::{Path, PathBuf};

use super::{DiskAction, DiskError, DiskFault, FileLayer, sha256_hex};

/// Writes a file that is not there yet: temporary name beside it, flush, read back and compare, rename,
/// flush the folder. Fails with [`DiskFault::Exists`] if something of that name is there. On any error
/// nothing new remains.
pub fn write_new(layer: &dyn FileLayer, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    refuse_existing(layer, path)?;
    let temporary = write_temporary(layer, path, bytes)?;
    put_in_place(layer, &temporary, path).inspect_err(|_| {
        let _ = layer.remove_file(path);
    })
}

/// Like [`write_new`], but a file of that name is replaced in one step: at every moment either the old or
/// the new content is there. If the very last step fails (flushing the folder) the new content has taken
/// the place although the error is reported.
pub fn replace(layer: &dyn FileLayer, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let temporary = write_temporary(layer, path, bytes)?;
    put_in_place(layer, &temporary, path)
}

/// Gives a file that something else has written beside `path` (a database backup) its final name: flush,
/// rename, flush the folder. The caller has checked the content; an older file of that name is replaced. On
/// an error the temporary file is removed.
pub fn publish(layer: &dyn FileLayer, temporary: &Path, path: &Path) -> Result<(), DiskError> {
    if let Err(error) = layer.flush(temporary) {
        let _ = layer.remove_file(temporary);
        return Err(DiskError::from_io(DiskAction::Write, path, &error));
    }
    put_in_place(layer, temporary, path)
}

/// Fails with [`DiskFault::Full`] if a folder has less than `bytes` free. Where the system does not tell,
/// writing will find out.
pub fn ensure_room(layer: &dyn FileLayer, folder: &Path, bytes: u64) -> Result<(), DiskError> {
    match layer.free_space(folder) {
        Ok(free) if free < bytes => Err(DiskError::new(DiskAction::Write, folder, DiskFault::Full)),
        _ => Ok(()),
    }
}

/// Fails with [`DiskFault::Exists`] if something of that name is there.
pub(super) fn refuse_existing(layer: &dyn FileLayer, path: &Path) -> Result<(), DiskError> {
    if layer.exists(path) {
        return Err(DiskError::new(DiskAction::Write, path, DiskFault::Exists));
    }
    Ok(())
}

/// The folder that holds `path`.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Always the same for a target, so that the next attempt clears what a power cut left; made from a digest,
/// so that it tells nothing of the target's name.
fn temporary_name(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let digest: String = sha256_hex(name.as_bytes()).chars().take(16).collect();
    folder_of(path).join(format!(".chenjian-{digest}.partial"))
}

fn write_temporary(layer: &dyn FileLayer, path: &Path, bytes: &[u8]) -> Result<PathBuf, DiskError> {
    ensure_room(layer, folder_of(path), bytes.len() as u64)?;
    let temporary = temporary_name(path);
    if layer.exists(&temporary) {
        layer
            .remove_file(&temporary)
            .map_err(|error| DiskError::from_io(DiskAction::Remove, &temporary, &error))?;
    }
    let written = layer
        .create(&temporary, bytes)
        .map_err(|error| DiskError::from_io(DiskAction::Write, path, &error))
        .and_then(|()| read_back(layer, &temporary, path, bytes));
    if let Err(error) = written {
        let _ = layer.remove_file(&temporary);
        return Err(error);
    }
    Ok(temporary)
}

fn read_back(layer: &dyn FileLayer, temporary: &Path, path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let found =
        layer.read(temporary).map_err(|error| DiskError::from_io(DiskAction::ReadBack, path, &error))?;
    if found != bytes {
        return Err(DiskError::new(DiskAction::ReadBack, path, DiskFault::Differs));
    }
    Ok(())
}

fn put_in_place(layer: &dyn FileLayer, temporary: &Path, path: &Path) -> Result<(), DiskError> {
    let named = |error| DiskError::from_io(DiskAction::Rename, path, &error);
    if let Err(error) = layer.rename(temporary, path) {
        let _ = layer.remove_file(temporary);
        return Err(named(error));
    }
    layer.flush_folder(folder_of(path)).map_err(named)
}
