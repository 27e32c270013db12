//! A font of this computer, kept for the few characters that the shipped ones lack.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ttf_parser::Face;

/// Larger files are collections for print shops; reading them would stall an old computer.
const LARGEST_FILE: u64 = 64 << 20;
/// Folders are followed this deep: `fonts/truetype/noto/…`.
const DEPTH: usize = 4;

/// A face found in the font folders of this computer.
#[derive(Debug, Clone)]
pub struct SystemFont {
    bytes: Arc<Vec<u8>>,
    face: u32,
    /// Sought characters that this face draws, with their widths in em.
    advances: BTreeMap<char, f32>,
}

impl SystemFont {
    /// The file.
    pub fn bytes(&self) -> &Arc<Vec<u8>> {
        &self.bytes
    }

    /// Which face of a collection (`.ttc`), counted from 0.
    pub fn face(&self) -> u32 {
        self.face
    }

    /// Width of a sought character in em.
    pub(super) fn advance(&self, c: char) -> Option<f32> {
        self.advances.get(&c).copied()
    }

    /// The folders where Windows, Linux and macOS keep fonts, whether or not they exist.
    pub fn usual_folders() -> Vec<PathBuf> {
        let home = directories::BaseDirs::new();
        let mut folders: Vec<PathBuf> =
            ["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts"]
                .iter()
                .map(PathBuf::from)
                .collect();
        if let Some(windows) = std::env::var_os("WINDIR") {
            folders.push(PathBuf::from(windows).join("Fonts"));
        }
        if let Some(dirs) = home {
            folders.push(dirs.data_local_dir().join("Microsoft/Windows/Fonts"));
            folders.push(dirs.data_dir().join("fonts"));
            folders.push(dirs.home_dir().join(".fonts"));
        }
        folders
    }

    /// Faces below `folders` that draw the wanted characters; few files are kept, most are only looked into.
    /// Characters found are taken out of `wanted`. Unreadable files are passed over: they help nobody.
    pub(super) fn seek(wanted: &mut BTreeSet<char>, folders: &[PathBuf]) -> Vec<Self> {
        let mut files = Vec::new();
        for folder in folders {
            collect(folder, DEPTH, &mut files);
        }
        files.sort();
        let mut found = Vec::new();
        for path in files {
            if wanted.is_empty() {
                break;
            }
            let Ok(bytes) = std::fs::read(&path) else { continue };
            if let Some(font) = Self::with_any(Arc::new(bytes), wanted) {
                found.push(font);
            }
        }
        found
    }

    fn with_any(bytes: Arc<Vec<u8>>, wanted: &mut BTreeSet<char>) -> Option<Self> {
        for face in 0..ttf_parser::fonts_in_collection(&bytes).unwrap_or(1) {
            let Ok(parsed) = Face::parse(&bytes, face) else { continue };
            let advances: BTreeMap<char, f32> = wanted
                .iter()
                .filter_map(|c| Some((*c, em(&parsed, advance(&parsed, *c)?))))
                .filter(|(_, width)| *width > 0.0)
                .collect();
            if !advances.is_empty() {
                wanted.retain(|c| !advances.contains_key(c));
                return Some(Self { bytes, face, advances });
            }
        }
        None
    }
}

/// Advance of a character in font units; `None` where the face has no glyph for it.
pub(super) fn advance(face: &Face<'_>, c: char) -> Option<u16> {
    let glyph = face.glyph_index(c).filter(|glyph| glyph.0 != 0)?;
    face.glyph_hor_advance(glyph)
}

/// Font units as em.
pub(super) fn em(face: &Face<'_>, units: u16) -> f32 {
    f32::from(units) / f32::from(face.units_per_em())
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(data) = entry.metadata() else { continue };
        if data.is_dir() && depth > 0 {
            collect(&path, depth - 1, files);
        } else if data.is_file() && data.len() <= LARGEST_FILE && is_font(&path) {
            files.push(path);
        }
    }
}

fn is_font(path: &Path) -> bool {
    path.extension()
        .and_then(|e| e.to_str())
        .is_some_and(|e| ["ttf", "ttc", "otf", "otc"].contains(&e.to_ascii_lowercase().as_str()))
}
