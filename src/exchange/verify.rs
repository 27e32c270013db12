//! Reading a package that anyone may have made: nothing in it is believed before it is checked.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::data_package::DataPackage;
use super::manifest::{DATA_PACKAGE, FORMAT, FORMAT_VERSION, MANIFEST};
use super::safe_name::is_safe;
use super::{ExchangeError, Manifest, table_text};
use crate::disk::{DiskAction, DiskError, sha256_hex};

/// Largest manifest in bytes.
const MANIFEST_LIMIT: u64 = 1 << 20;
/// Largest single file in bytes.
const FILE_LIMIT: u64 = 64 << 20;
/// Largest package in bytes.
const PACKAGE_LIMIT: u64 = 256 << 20;
/// Most files of a package.
const FILES_LIMIT: usize = 200;

/// A package found whole and in agreement with its manifest. Without a signature this says that nothing was
/// damaged, not who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct VerifyReport {
    /// The package's folder.
    pub folder: PathBuf,
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its digest, as the next package must name it.
    pub digest: String,
    /// Names in the folder that the manifest does not list, sorted; they were not read.
    pub unlisted: Vec<String>,
}

/// Checks a package's folder, or the folder of a `manifest.json`: names, sizes, digests, described columns
/// and counted rows. Writes nothing.
pub fn verify(path: &Path) -> Result<VerifyReport, ExchangeError> {
    let folder = match path.file_name() {
        Some(name) if name == MANIFEST => path.parent().unwrap_or(path),
        _ => path,
    };
    let bytes = read_limited(folder, MANIFEST, MANIFEST_LIMIT).map_err(|error| match error {
        ExchangeError::Lacking { .. } => ExchangeError::NotAPackage { path: folder.to_path_buf() },
        other => other,
    })?;
    let manifest = parse_manifest(folder, &bytes)?;
    check_names(&manifest)?;
    let mut contents = BTreeMap::new();
    for file in &manifest.files {
        let found = read_limited(folder, &file.path, file.bytes)?;
        if found.len() as u64 != file.bytes || sha256_hex(&found) != file.sha256 {
            return Err(ExchangeError::Changed { path: file.path.clone() });
        }
        contents.insert(file.path.as_str(), found);
    }
    check_tables(&manifest, &contents)?;
    let unlisted = unlisted(folder, &manifest)?;
    Ok(VerifyReport { folder: folder.to_path_buf(), digest: sha256_hex(&bytes), manifest, unlisted })
}

fn parse_manifest(folder: &Path, bytes: &[u8]) -> Result<Manifest, ExchangeError> {
    #[derive(serde::Deserialize)]
    struct Mark {
        format: String,
        format_version: u32,
    }
    let foreign = || ExchangeError::NotAPackage { path: folder.to_path_buf() };
    let mark: Mark = serde_json::from_slice(bytes).map_err(|_| foreign())?;
    if mark.format != FORMAT {
        return Err(foreign());
    }
    if mark.format_version > FORMAT_VERSION {
        return Err(ExchangeError::Newer { found: mark.format_version, known: FORMAT_VERSION });
    }
    let broken = || ExchangeError::Changed { path: MANIFEST.to_owned() };
    let manifest: Manifest = serde_json::from_slice(bytes).map_err(|_| broken())?;
    if manifest.is_consistent() { Ok(manifest) } else { Err(broken()) }
}

/// Refuses paths that lead out of the package, double ones, and sizes that no package has.
fn check_names(manifest: &Manifest) -> Result<(), ExchangeError> {
    let too_large = |path: &str| ExchangeError::TooLarge { path: path.to_owned() };
    if manifest.files.len() > FILES_LIMIT {
        return Err(too_large(MANIFEST));
    }
    let mut seen = BTreeSet::from([MANIFEST.to_owned()]);
    let mut total = 0_u64;
    for file in &manifest.files {
        let parts: Vec<&str> = file.path.split('/').collect();
        if parts.len() > 2
            || !parts.iter().all(|part| is_safe(part))
            || !seen.insert(file.path.to_lowercase())
        {
            return Err(ExchangeError::UnsafePath { path: file.path.clone() });
        }
        total = total.saturating_add(file.bytes);
        if file.bytes > FILE_LIMIT || total > PACKAGE_LIMIT {
            return Err(too_large(&file.path));
        }
    }
    Ok(())
}

/// Reads a file of at most `limit` bytes, following no links.
fn read_limited(folder: &Path, path: &str, limit: u64) -> Result<Vec<u8>, ExchangeError> {
    let mut full = folder.to_path_buf();
    let failed = |full: &Path, error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            ExchangeError::Lacking { path: path.to_owned() }
        }
        _ => ExchangeError::Disk(DiskError::from_io(DiskAction::Read, full, error)),
    };
    let mut metadata = fs::metadata(&full).map_err(|error| failed(&full, &error))?;
    for part in path.split('/') {
        full.push(part);
        metadata = fs::symlink_metadata(&full).map_err(|error| failed(&full, &error))?;
        if metadata.is_symlink() {
            return Err(ExchangeError::UnsafePath { path: path.to_owned() });
        }
    }
    if !metadata.is_file() {
        return Err(ExchangeError::Lacking { path: path.to_owned() });
    }
    let mut bytes = Vec::new();
    fs::File::open(&full)
        .and_then(|file| file.take(limit.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(|error| failed(&full, &error))?;
    if bytes.len() as u64 > limit {
        return Err(ExchangeError::TooLarge { path: path.to_owned() });
    }
    Ok(bytes)
}

fn check_tables(manifest: &Manifest, contents: &BTreeMap<&str, Vec<u8>>) -> Result<(), ExchangeError> {
    let bytes =
        contents.get(DATA_PACKAGE).ok_or_else(|| ExchangeError::Lacking { path: DATA_PACKAGE.to_owned() })?;
    let described: DataPackage = serde_json::from_slice(bytes)
        .map_err(|_| ExchangeError::Changed { path: DATA_PACKAGE.to_owned() })?;
    for table in &manifest.tables {
        let resource = described.resources.iter().find(|r| r.name == table.name && r.path == table.path);
        let (Some(resource), Some(bytes)) = (resource, contents.get(table.path.as_str())) else {
            return Err(ExchangeError::Lacking { path: table.path.clone() });
        };
        let found = table_text::count_rows(resource, bytes)?;
        if found != table.rows {
            return Err(ExchangeError::RowCount { table: table.name.clone(), stated: table.rows, found });
        }
    }
    Ok(())
}

fn unlisted(folder: &Path, manifest: &Manifest) -> Result<Vec<String>, ExchangeError> {
    let failed = |error: io::Error| DiskError::from_io(DiskAction::Read, folder, &error);
    let known: BTreeSet<&str> =
        manifest.files.iter().map(|file| file.path.as_str()).chain([MANIFEST]).collect();
    let mut found = BTreeSet::new();
    for prefix in ["", "data/"] {
        let inner = folder.join(prefix);
        if !inner.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&inner).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if path != "data" && !known.contains(path.as_str()) {
                found.insert(path);
            }
        }
    }
    Ok(found.into_iter().collect())
}
