//! The school itself and what was set for it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The school that this book belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// Provisional identity, drawn when the book is made; the township's own replaces it later.
    pub id: Uuid,
    /// Name as it stands on forms; empty until it is set.
    pub name: String,
    /// Telephone printed on forms.
    pub phone: Option<String>,
    /// Principal, as printed for the signature.
    pub principal: Option<String>,
    /// Whether this is the sample school; window and paper then show 演示.
    pub demo: bool,
}
