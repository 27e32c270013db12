//! What was chosen for a promotion.

use crate::domain::promotion::PromotionChoices;

/// A promotion with everything that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromotionRequest {
    /// The new school year, by its 1 September. If absent: the one that has begun where pupils are still in
    /// classes of the year before, else the next.
    pub to_year: Option<i32>,
    /// Id of the school system. If absent: the one that was set, else the narrowest that holds all classes.
    pub system: Option<String>,
    /// Classes, pupils, teachers and seats.
    pub choices: PromotionChoices,
}
