//! USB packages: what goes on the stick for the township, its manifest, writing and verifying.

mod attachment;
mod data_package;
mod data_table;
mod exchange_error;
mod export;
mod level;
mod manifest;
mod package_content;
mod safe_name;
mod table_text;
mod target;
mod verify;

pub use attachment::Attachment;
pub use data_table::{Cell, DataTable, Field, FieldKind};
pub use exchange_error::ExchangeError;
pub use export::{ExportReport, export};
pub use level::Level;
pub use manifest::{Manifest, ManifestSchool, ManifestTable};
pub use package_content::PackageContent;
pub use safe_name::safe_name;
pub use target::{Target, TargetFault, targets};
pub use verify::{VerifyReport, verify};

#[cfg(test)]
mod tests;
