//! What typing and keys do to the rows. Every change can be taken back until it is saved.

use super::row::{self, Part, Row};
use super::{Message, PaperEditor, STEPS, WORDS, row_id};
use crate::gui::effect::Effect;
use crate::ops::Query;
use crate::ops::own_papers::PartKind;

/// Share by which a column grows or shrinks.
const WIDER: f32 = 1.1;

impl PaperEditor {
    /// Changes rows; what was before can be had again.
    pub(super) fn change(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Words(typed) => self.words(typed),
            Message::Shift(step) => self.shift(step),
            Message::Hide => self.alter(|row| {
                if row.part.hides() {
                    row.hidden = !row.hidden;
                }
            }),
            Message::Widen(step) => self.alter(|row| {
                if row.part == Part::Column {
                    let width = if step > 0 { row.width * WIDER } else { row.width / WIDER };
                    row.width = (width * 10.0).round() / 10.0;
                }
            }),
            Message::Kind(kind) => self.alter(|row| {
                if row.part == Part::Line {
                    row.kind = kind;
                }
            }),
            Message::Field(name) => self.insert(&name),
            Message::Add(part) => self.add(part),
            Message::Remove => self.remove(),
            _ => {}
        }
        let mut effects: Vec<Effect> = self.lay_out().into_iter().collect();
        effects.push(self.focus());
        effects
    }

    /// Where the keys go: the words while they are typed, else the row.
    pub(super) fn focus(&self) -> Effect {
        let id = if self.typing { WORDS.to_owned() } else { row_id(self.chosen) };
        Effect::Focus(id.into())
    }

    /// Has the version laid out, unless one is being laid out already: its answer asks again.
    pub(super) fn lay_out(&mut self) -> Option<Effect> {
        if self.asked.is_some() {
            return None;
        }
        let paper = Box::new(self.typed()?);
        self.asked = Some(paper.clone());
        Some(Effect::Load(Query::PaperTrial(paper)))
    }

    /// The last step again as it was; `None` where nothing was changed.
    pub(super) fn step_back(&mut self) -> Option<()> {
        let (rows, _) = self.before.pop()?;
        self.rows = rows;
        self.chosen = self.chosen.min(self.rows.len().saturating_sub(1));
        self.caret = self.row().map_or(0, |row| row.text.len());
        Some(())
    }

    /// Remembers the rows before a change; typing into one row is one step.
    fn remember(&mut self, typed: Option<usize>) {
        let same = typed.is_some() && self.before.last().is_some_and(|(_, last)| *last == typed);
        if same {
            return;
        }
        self.before.push((self.rows.clone(), typed));
        if self.before.len() > STEPS {
            let _ = self.before.remove(0);
        }
    }

    fn alter(&mut self, change: impl Fn(&mut Row)) {
        let Some(mut row) = self.row().cloned() else { return };
        change(&mut row);
        if Some(&row) != self.row() {
            self.remember(None);
            if let Some(place) = self.rows.get_mut(self.chosen) {
                *place = row;
            }
        }
    }

    fn words(&mut self, typed: String) {
        self.wrong = None;
        let Some(row) = self.row() else { return };
        if row.text == typed {
            return;
        }
        self.caret = end_of_change(&row.text, &typed);
        self.remember(Some(self.chosen));
        if let Some(row) = self.rows.get_mut(self.chosen) {
            row.text = typed;
        }
    }

    /// Puts a field where the last change ended.
    fn insert(&mut self, name: &str) {
        let Some(row) = self.row() else { return };
        let field = format!("{{{name}}}");
        let at = if row.text.is_char_boundary(self.caret) { self.caret } else { row.text.len() };
        let mut text = row.text.clone();
        text.insert_str(at, &field);
        self.typing = true;
        self.words(text);
        self.caret = at + field.len();
    }

    fn shift(&mut self, step: i32) {
        let mut rows = self.rows.clone();
        if let Some(to) = row::shift(&mut rows, self.chosen, step) {
            self.remember(None);
            self.rows = rows;
            self.chosen = to;
        }
    }

    fn add(&mut self, part: Option<Part>) {
        let below = self.row().filter(|row| part.is_none() || Some(row.part) == part);
        let (part, kind) = match (part, below) {
            (_, Some(row)) if row.part.is_list() => (row.part, row.kind),
            (Some(part), _) => (part, PartKind::Text),
            (None, _) => return,
        };
        let end = || self.rows.iter().position(|row| row.part > part).unwrap_or(self.rows.len());
        let at = below.map_or_else(end, |_| self.chosen + 1);
        self.remember(None);
        self.rows.insert(at, Row::empty(part, kind));
        (self.chosen, self.typing, self.caret) = (at, true, 0);
    }

    /// A place of the shipped form is only left out: it can be had again.
    fn remove(&mut self) {
        let Some(row) = self.row().filter(|row| row.part.is_list()) else { return };
        if row.part == Part::Place && !row.key.is_empty() {
            return self.alter(|row| row.hidden = true);
        }
        self.remember(None);
        let _ = self.rows.remove(self.chosen);
        self.chosen = self.chosen.min(self.rows.len().saturating_sub(1));
        self.typing = false;
    }
}

/// Where the difference between two texts ends in the new one, in bytes.
fn end_of_change(old: &str, new: &str) -> usize {
    let same: usize = old
        .chars()
        .rev()
        .zip(new.chars().rev())
        .take_while(|(one, other)| one == other)
        .map(|(one, _)| one.len_utf8())
        .sum();
    new.len() - same.min(new.len())
}

#[cfg(test)]
mod tests {
    use super::end_of_change;

    #[test]
    fn a_field_goes_in_where_was_typed_last() {
        assert_eq!(end_of_change("请交回", "请您交回"), "请您".len());
        assert_eq!(end_of_change("请交回", "请交回。"), "请交回。".len());
        assert_eq!(end_of_change("请您交回", "请交回"), "请".len());
        assert_eq!(end_of_change("", "好"), "好".len());
    }
}
