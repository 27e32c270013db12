//! One folder of files: whole under its final name, or absent.

use std::path::{Path, PathBuf};

use super::durable_file::{ensure_room, folder_of, refuse_existing};
use super::{DiskAction, DiskError, DiskFault, FileLayer, sha256_hex};
use crate::domain::progress::{Progress, Stage};

/// What a file occupies on a stick at most beyond its bytes: a cluster of a large FAT32 volume.
const CLUSTER: u64 = 32 * 1024;

/// A file inside a finished folder.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct WrittenFile {
    /// Path inside the folder, with `/`.
    pub path: String,
    /// Length in bytes.
    pub bytes: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// Writes a folder under the name `….partial`, reads everything back, and gives it the final name at the
/// end. Dropped before [`FolderWriter::finish`] it removes all that it made; what a power cut left under
/// the temporary name is cleared by the next writer of the same folder.
#[derive(Debug)]
pub struct FolderWriter<'a> {
    layer: &'a dyn FileLayer,
    target: PathBuf,
    partial: PathBuf,
    folders: Vec<PathBuf>,
    files: Vec<WrittenFile>,
    finished: bool,
}

impl<'a> FolderWriter<'a> {
    /// Begins the folder `target`, which must not exist, inside a folder that does. `bytes` and `files` say
    /// how much will come: too little room is found before anything is made.
    pub fn begin(
        layer: &'a dyn FileLayer,
        target: &Path,
        bytes: u64,
        files: usize,
    ) -> Result<Self, DiskError> {
        refuse_existing(layer, target)?;
        let parent = folder_of(target);
        ensure_room(layer, parent, bytes + CLUSTER * files as u64)?;
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(".partial");
        let partial = parent.join(name);
        let failed = |error| DiskError::from_io(DiskAction::MakeFolder, target, &error);
        if layer.exists(&partial) {
            layer.remove_folder(&partial).map_err(failed)?;
        }
        layer.make_folder(&partial).map_err(failed)?;
        Ok(Self {
            layer,
            target: target.to_path_buf(),
            folders: vec![partial.clone()],
            partial,
            files: Vec::new(),
            finished: false,
        })
    }

    /// Writes and flushes a file; `path` is relative, with `/`, at most one folder deep.
    pub fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let temporary = self.partial.join(path);
        let folder = folder_of(&temporary).to_path_buf();
        if !self.folders.contains(&folder) {
            self.layer.make_folder(&folder).map_err(|error| {
                DiskError::from_io(DiskAction::MakeFolder, folder_of(&self.target.join(path)), &error)
            })?;
            self.folders.push(folder);
        }
        self.layer
            .create(&temporary, bytes)
            .map_err(|error| DiskError::from_io(DiskAction::Write, &self.target.join(path), &error))?;
        self.files.push(WrittenFile {
            path: path.to_owned(),
            bytes: bytes.len() as u64,
            sha256: sha256_hex(bytes),
        });
        Ok(())
    }

    /// Flushes the folders, reads every file back, and gives the folder its name. Cancelling counts as an
    /// error with [`DiskFault::Cancelled`] and is possible until the rename.
    pub fn finish(mut self, progress: &mut dyn Progress) -> Result<Vec<WrittenFile>, DiskError> {
        for folder in self.folders.iter().rev() {
            self.layer
                .flush_folder(folder)
                .map_err(|error| DiskError::from_io(DiskAction::Write, &self.target, &error))?;
        }
        let total = self.files.len();
        for (done, file) in self.files.iter().enumerate() {
            let path = self.target.join(&file.path);
            progress.report(Stage::Verifying, done, total).map_err(|_cancelled| {
                DiskError::new(DiskAction::ReadBack, &self.target, DiskFault::Cancelled)
            })?;
            let found = self
                .layer
                .read(&self.partial.join(&file.path))
                .map_err(|error| DiskError::from_io(DiskAction::ReadBack, &path, &error))?;
            if sha256_hex(&found) != file.sha256 {
                return Err(DiskError::new(DiskAction::ReadBack, &path, DiskFault::Differs));
            }
        }
        let named = |error| DiskError::from_io(DiskAction::Rename, &self.target, &error);
        refuse_existing(self.layer, &self.target)?;
        self.layer.rename(&self.partial, &self.target).map_err(named)?;
        if let Err(error) = self.layer.flush_folder(folder_of(&self.target)) {
            let error = named(error);
            let _ = self.layer.remove_folder(&self.target);
            self.finished = true;
            return Err(error);
        }
        self.finished = true;
        // The folder stands and is flushed: a late stop changes nothing any more.
        let _ = progress.report(Stage::Verifying, total, total);
        Ok(std::mem::take(&mut self.files))
    }
}

impl Drop for FolderWriter<'_> {
    fn drop(&mut self) {
        if !self.finished {
            // A stick that was pulled out cannot be tidied; the next writer does it.
            let _ = self.layer.remove_folder(&self.partial);
        }
    }
}
