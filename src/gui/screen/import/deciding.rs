//! Walking through the rows of the review and deciding them.

use super::line::{Kind, Line};
use super::{Import, ROWS, ROWS_LIST, Verdict, line_id};
use crate::gui::effect::{Effect, Scroll};
use crate::gui::theme::Breadth;

impl Import {
    pub(super) fn show(&mut self, kind: Kind) -> Vec<Effect> {
        let Some(review) = self.review_mut() else { return Vec::new() };
        review.show(kind);
        // In a wide window the group stands at the top of the list; in others the whole page scrolls.
        let above = review.lines().iter().take_while(|line| line.kind != kind);
        let y = above.map(|line| review.height(*line, Breadth::Wide)).sum();
        let line = line_id(&Line { kind, place: Some((kind, 0)) });
        vec![Effect::Scroll(ROWS_LIST.into(), Scroll::To(y)), Effect::Reveal(line.into())]
    }

    pub(super) fn group(&mut self, step: i32) -> Vec<Effect> {
        let Some(review) = self.review_mut() else { return Vec::new() };
        let at = Kind::COUNTS.iter().position(|kind| *kind == review.selected.0).unwrap_or(0);
        let next = at.saturating_add_signed(step as isize).min(Kind::COUNTS.len() - 1);
        let Some(kind) = Kind::COUNTS.get(next).copied() else { return Vec::new() };
        let focus = Effect::Focus(format!("kind-{}", kind.name()).into());
        if review.count(kind) == 0 {
            return vec![focus];
        }
        let mut effects = self.show(kind);
        effects.push(focus);
        effects
    }

    pub(super) fn step(&mut self, step: i32) -> Vec<Effect> {
        if let Some(review) = self.review_mut() {
            review.asking_all = None;
            review.step(step);
        }
        self.focus_line()
    }

    /// Nothing is written yet: on to the first row that nobody has decided.
    pub(super) fn hold(&mut self) -> Vec<Effect> {
        if let Some(review) = self.review_mut() {
            review.asking = false;
            if let Some(first) = review.undecided_from(0) {
                review.selected = (Kind::Doubtful, first);
            }
        }
        self.focus_line()
    }

    pub(super) fn decide(&mut self, verdict: Verdict) -> Vec<Effect> {
        let people = self.people_asked_of();
        let Some(review) = self.review_mut() else { return Vec::new() };
        let (kind, at) = review.selected;
        review.asking = false;
        let asked = review.asking_all.take().is_some();
        if matches!(kind, Kind::Kept | Kind::Missing) {
            let all = kind == Kind::Missing && verdict == Verdict::All;
            if all && !asked && !review.all_leave() {
                review.asking_all = Some(people);
                return self.focus_line();
            }
            review.choose(kind, at, verdict);
            if verdict != Verdict::All && at + 1 < review.count(kind) {
                review.step(1);
            }
            return self.focus_line();
        }
        if kind != Kind::Doubtful || verdict == Verdict::All || !review.decide(at, verdict) {
            return Vec::new();
        }
        // With several people to choose from the hand stays: the same key goes on to the next of them.
        let stays = verdict == Verdict::Same && review.candidates(at).len() > 1;
        if let (false, Some(next)) = (stays, review.undecided_from(at + 1)) {
            review.selected = (Kind::Doubtful, next);
        }
        self.focus_line()
    }

    /// The focus to the chosen row.
    pub(super) fn focus_line(&self) -> Vec<Effect> {
        let Some((kind, at)) = self.review().map(|review| review.selected) else { return Vec::new() };
        let line = line_id(&Line { kind, place: Some((kind, at)) });
        vec![Effect::Focus(ROWS.into()), Effect::Reveal(line.into())]
    }
}
