//! The book on the disk: SQLite, one file per noun, journal, backup.
