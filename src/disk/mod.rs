//! Files that are whole or absent: temporary name, flush, read back, rename.

mod digest;
mod disk_error;
mod durable_file;
mod faulty_files;
mod file_layer;
mod folder_writer;
mod real_files;

pub use digest::sha256_hex;
pub use disk_error::{DiskAction, DiskError, DiskFault};
pub use durable_file::{ensure_room, publish, replace, write_new};
pub use faulty_files::{Fault, FaultyFiles};
pub use file_layer::FileLayer;
pub use folder_writer::{FolderWriter, WrittenFile};
pub use real_files::RealFiles;

#[cfg(test)]
mod tests;
