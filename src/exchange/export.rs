//! Writing a package onto a stick.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::data_package::DataPackage;
use super::manifest::{DATA_PACKAGE, MANIFEST, table_path};
use super::safe_name::LONGEST;
use super::{ExchangeError, Manifest, PackageContent, safe_name, table_text};
use crate::disk::{FileLayer, FolderWriter, WrittenFile, sha256_hex};
use crate::domain::progress::{Progress, Stage};

/// A written package.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ExportReport {
    /// The package's folder.
    pub folder: PathBuf,
    /// All its files, the manifest last.
    pub files: Vec<WrittenFile>,
    /// The package's digest, which the next one names.
    pub digest: String,
}

/// Writes a package as a new folder inside `target`, reads it back, and gives it its name. On any error, or
/// when stopped, nothing of it is left. Equal content gives equal bytes.
pub fn export(
    content: &PackageContent,
    target: &Path,
    layer: &dyn FileLayer,
    progress: &mut dyn Progress,
) -> Result<ExportReport, ExchangeError> {
    if content.level.needs_seal() {
        return Err(ExchangeError::NeedsSeal { level: content.level });
    }
    let files = package_files(content)?;
    let digest = files.last().map(|(_, bytes)| sha256_hex(bytes)).unwrap_or_default();
    let folder = target.join(content.folder_name());
    let size = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    let mut writer = FolderWriter::begin(layer, &folder, size, files.len())?;
    for (done, (path, bytes)) in files.iter().enumerate() {
        progress.report(Stage::Writing, done, files.len())?;
        writer.write(path, bytes)?;
    }
    let files = writer.finish(progress)?;
    Ok(ExportReport { folder, files, digest })
}

/// All files of a package, the manifest last.
fn package_files(content: &PackageContent) -> Result<Vec<(String, Vec<u8>)>, ExchangeError> {
    let mut files = Vec::new();
    for table in &content.tables {
        if !table.is_sound() {
            return Err(ExchangeError::Content { part: table.name.clone() });
        }
        files.push((table_path(&table.name), table_text::write(table)?));
    }
    let described = json(&DataPackage::describe(content, &files), DATA_PACKAGE)?;
    files.push((DATA_PACKAGE.to_owned(), described));
    for attachment in &content.attachments {
        files.push((safe_name(&attachment.name, LONGEST), attachment.bytes.clone()));
    }
    // Sticks do not tell capitals apart.
    let mut names = BTreeSet::from([MANIFEST.to_owned(), "data".to_owned()]);
    if let Some((path, _)) = files.iter().find(|(path, _)| !names.insert(path.to_lowercase())) {
        return Err(ExchangeError::Content { part: path.clone() });
    }
    let manifest = Manifest::describe(content, &files);
    if !manifest.is_consistent() {
        return Err(ExchangeError::Content { part: MANIFEST.to_owned() });
    }
    files.push((MANIFEST.to_owned(), json(&manifest, MANIFEST)?));
    Ok(files)
}

fn json(value: &impl serde::Serialize, part: &str) -> Result<Vec<u8>, ExchangeError> {
    let mut bytes =
        serde_json::to_vec_pretty(value).map_err(|_| ExchangeError::Content { part: part.to_owned() })?;
    bytes.push(b'\n');
    Ok(bytes)
}
