//! How pictures are drawn: `assets/rules/pictures.toml`.

use serde::Deserialize;

use super::RuleBook;
use super::bilingual::Bilingual;

/// How pictures are drawn.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureRules {
    /// Most days of one picture.
    pub longest_days: u32,
    /// Days after a day of onset within which somebody may be seen ill for the first time.
    pub late_days: u32,
    /// Most parts of a curve.
    pub parts: usize,
    /// The usual band of a rate.
    pub band: BandRule,
    /// The classes by day.
    pub heat: HeatRule,
    /// Id of the source.
    pub source: String,
}

/// The usual band of a rate.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandRule {
    /// Checked school days that it is taken from.
    pub days: usize,
    /// Checked school days just before that are left out.
    pub gap: usize,
    /// Fewest days; of fewer no band is drawn.
    pub least: usize,
    /// Lower edge: so many per cent of the days lie below.
    pub low: f64,
    /// Upper edge.
    pub high: f64,
    /// Calendar days that are looked through for them: longer than a summer.
    pub look_back_days: u32,
    /// The rule in words.
    pub text: Bilingual,
}

/// The classes by day.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeatRule {
    /// Shares of the head-count, per cent, at which a cell grows darker; three.
    pub steps: [f64; 3],
}

impl RuleBook {
    /// How pictures are drawn.
    pub fn pictures(&self) -> &PictureRules {
        &self.pictures
    }
}
