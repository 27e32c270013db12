//! A file system that fails on purpose, to prove that nothing is left behind.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{FileLayer, RealFiles};

/// How a [`FaultyFiles`] fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Reports this many bytes free.
    LittleSpace(u64),
    /// Claims to have room, and is full after this many bytes.
    FullAfter(u64),
    /// Refuses every write.
    ReadOnly,
    /// Reading back yields all but the last byte.
    ShortReadBack,
    /// Reading back yields another last byte.
    ChangedReadBack,
    /// Refuses the final name.
    NoRename,
    /// The folder's entries cannot be flushed: the device has gone.
    NoFolderFlush,
    /// The device goes when this many files were written; only removing still works.
    GoneAfter(u64),
}

/// The real file system with one [`Fault`]. For tests of every layer that writes.
#[derive(Debug)]
pub struct FaultyFiles {
    fault: Fault,
    done: AtomicU64,
}

impl FaultyFiles {
    /// A layer that fails in one way.
    pub fn new(fault: Fault) -> Self {
        Self { fault, done: AtomicU64::new(0) }
    }

    fn refuse_writing(&self) -> io::Result<()> {
        match self.fault {
            Fault::ReadOnly => Err(io::ErrorKind::ReadOnlyFilesystem.into()),
            _ => Ok(()),
        }
    }
}

/// The system's "input/output error".
fn gone() -> io::Error {
    io::Error::from_raw_os_error(if cfg!(unix) { 5 } else { 1117 })
}

impl FileLayer for FaultyFiles {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.refuse_writing()?;
        RealFiles.make_folder(path)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.refuse_writing()?;
        let length = bytes.len() as u64;
        match self.fault {
            Fault::FullAfter(limit) => {
                let before = self.done.fetch_add(length, Ordering::SeqCst);
                let room = usize::try_from(limit.saturating_sub(before)).unwrap_or(usize::MAX);
                match bytes.get(..room) {
                    Some(part) if part.len() < bytes.len() => {
                        RealFiles.create(path, part)?;
                        Err(io::ErrorKind::StorageFull.into())
                    }
                    _ => RealFiles.create(path, bytes),
                }
            }
            Fault::GoneAfter(files) => {
                RealFiles.create(path, bytes)?;
                if self.done.fetch_add(1, Ordering::SeqCst) >= files { Err(gone()) } else { Ok(()) }
            }
            _ => RealFiles.create(path, bytes),
        }
    }

    fn flush(&self, path: &Path) -> io::Result<()> {
        self.refuse_writing()?;
        RealFiles.flush(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = RealFiles.read(path)?;
        match self.fault {
            Fault::ShortReadBack => drop(bytes.pop()),
            Fault::ChangedReadBack => {
                if let Some(last) = bytes.last_mut() {
                    *last ^= 1;
                }
            }
            _ => {}
        }
        Ok(bytes)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        match self.fault {
            Fault::NoRename => Err(io::ErrorKind::PermissionDenied.into()),
            _ => RealFiles.rename(from, to),
        }
    }

    fn flush_folder(&self, path: &Path) -> io::Result<()> {
        match self.fault {
            Fault::NoFolderFlush => Err(gone()),
            _ => RealFiles.flush_folder(path),
        }
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        RealFiles.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        RealFiles.remove_folder(path)
    }

    fn free_space(&self, folder: &Path) -> io::Result<u64> {
        match self.fault {
            Fault::LittleSpace(bytes) => Ok(bytes),
            _ => RealFiles.free_space(folder),
        }
    }

    fn writable(&self, folder: &Path) -> bool {
        self.fault != Fault::ReadOnly && RealFiles.writable(folder)
    }

    fn exists(&self, path: &Path) -> bool {
        RealFiles.exists(path)
    }
}
