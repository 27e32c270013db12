//! What this computer remembers about the window: where the book lies, where files are saved, language, theme, text size. Not part
//! of the book, since the book may travel to another computer.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::OpError;
use crate::disk::{self, DiskAction, DiskError};
use crate::i18n::Language;

/// What this computer remembers. Unknown fields are ignored and wrong values fall back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The data folder chosen at the first start.
    pub data: Option<PathBuf>,
    /// Language; the system's if absent.
    pub language: Option<Language>,
    /// `light`, `dark` or `high-contrast`.
    pub theme: String,
    /// Text size in per cent, 100 to 200.
    pub scale: u16,
    /// The folder into which something was saved last.
    pub saved_in: Option<PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { data: None, language: None, theme: "light".to_owned(), scale: 100, saved_in: None }
    }
}

impl Preferences {
    /// Reads the file of this user; a missing or unreadable one gives the defaults.
    pub fn load() -> Self {
        Self::file().map(|path| Self::read(&path)).unwrap_or_default()
    }

    /// Reads a file.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let mut read: Self = toml::from_str(&text).unwrap_or_default();
        read.scale = read.scale.clamp(100, 200);
        read
    }

    /// Writes the file of this user.
    pub fn save(&self) -> Result<(), OpError> {
        match Self::file() {
            Some(path) => self.write(&path),
            None => Ok(()),
        }
    }

    /// Writes a file, making its folder.
    pub fn write(&self, path: &Path) -> Result<(), OpError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| DiskError::from_io(DiskAction::MakeFolder, folder, &error))?;
        }
        let text = toml::to_string(self).unwrap_or_default();
        Ok(disk::replace(&disk::RealFiles, path, text.as_bytes())?)
    }

    fn file() -> Option<PathBuf> {
        Some(directories::ProjectDirs::from("", "", "chenjian")?.config_dir().join("preferences.toml"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nonsense_gives_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("in/preferences.toml");
        let mine = Preferences {
            scale: 150,
            theme: "dark".into(),
            data: Some("D:\\晨检簿".into()),
            language: Some(Language::English),
            saved_in: Some("E:\\打印".into()),
        };
        mine.write(&path).unwrap();
        assert_eq!(Preferences::read(&path), mine);
        std::fs::write(&path, "scale = 9000\nunknown = 1\n").unwrap();
        assert_eq!(Preferences::read(&path).scale, 200);
        std::fs::write(&path, "=").unwrap();
        assert_eq!(Preferences::read(&path), Preferences::default());
    }
}
