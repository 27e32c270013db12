//! The few things that are done to files; real, or failing on purpose.

use std::fmt::Debug;
use std::io;
use std::path::Path;

/// What durable writing needs of a file system. Everything above `disk` receives one, so that a test can
/// hand in a layer that fails.
pub trait FileLayer: Debug + Send + Sync {
    /// Makes one folder, whose parent exists.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Creates a file that did not exist, writes all bytes and flushes them to the device.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Flushes a file that something else wrote to the device.
    fn flush(&self, path: &Path) -> io::Result<()>;
    /// Reads a whole file, from the device rather than from memory where the system allows it.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Renames within one file system.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Flushes a folder's entries to the device.
    fn flush_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder with all that is in it.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Bytes that can still be written in a folder.
    fn free_space(&self, folder: &Path) -> io::Result<u64>;
    /// Whether files can be made in a folder. Outside Linux this makes and removes an empty one.
    fn writable(&self, folder: &Path) -> bool;
    /// Whether something of this name is there, also a link that leads nowhere.
    fn exists(&self, path: &Path) -> bool;
}
