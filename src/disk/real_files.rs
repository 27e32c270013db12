//! The real file system.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use super::FileLayer;

/// The file system of this computer.
#[derive(Debug, Default, Clone, Copy)]
pub struct RealFiles;

impl FileLayer for RealFiles {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        forget_cached(&file);
        Ok(())
    }

    fn flush(&self, path: &Path) -> io::Result<()> {
        // Windows flushes only handles that may write.
        let file = OpenOptions::new().write(true).open(path)?;
        file.sync_all()?;
        forget_cached(&file);
        Ok(())
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(unix)]
    fn flush_folder(&self, path: &Path) -> io::Result<()> {
        match File::open(path)?.sync_all() {
            // Some drivers of FAT and NTFS cannot flush a folder and say so.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            answer => answer,
        }
    }

    // Windows writes folder entries through and has no handle to flush.
    #[cfg(not(unix))]
    fn flush_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn free_space(&self, folder: &Path) -> io::Result<u64> {
        fs4::available_space(folder)
    }

    #[cfg(target_os = "linux")]
    fn writable(&self, folder: &Path) -> bool {
        rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok()
    }

    #[cfg(not(target_os = "linux"))]
    fn writable(&self, folder: &Path) -> bool {
        tempfile::tempfile_in(folder).is_ok()
    }

    fn exists(&self, path: &Path) -> bool {
        path.symlink_metadata().is_ok()
    }
}

/// Drops the file from the system's memory, so that reading it back asks the device. A system that does
/// not follow the advice costs only that certainty.
#[cfg(target_os = "linux")]
fn forget_cached(file: &File) {
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(target_os = "linux"))]
fn forget_cached(_file: &File) {}
