//! Choices become a new question: the plan is made again by the book.

use super::{Choice, Promotion, Way, class_id, pupil_id};
use crate::domain::class_lookup;
use crate::domain::promotion::{ClassFate, PupilFate};
use crate::gui::effect::Effect;
use crate::ops::Query;

/// What parts the names of several classes.
const PLUS: [char; 4] = ['+', '＋', '、', '，'];

impl Promotion {
    pub(super) fn question(&self) -> Query {
        Query::Promotion(Box::new(self.request.clone()))
    }

    fn again(&self) -> Vec<Effect> {
        vec![Effect::Load(self.question())]
    }

    /// What the field of the target shows for the chosen class or pupil.
    pub(super) fn target_of(&self) -> String {
        if self.opened {
            self.chosen_pupil().and_then(|pupil| pupil.to.clone()).unwrap_or_default()
        } else {
            self.line().map(|line| line.to.join("＋")).unwrap_or_default()
        }
    }

    pub(super) fn choose_way(&mut self, way: Way) -> Vec<Effect> {
        if self.opened {
            let Some(pupil) = self.pupil else { return Vec::new() };
            let pupils = &mut self.request.choices.pupils;
            let _ = match way {
                Way::Up => pupils.remove(&pupil),
                Way::Again => pupils.insert(pupil, PupilFate::HeldBack),
                Way::Leave => pupils.insert(pupil, PupilFate::Leave),
            };
            return self.again();
        }
        let Some((class, ends_here)) = self.line().map(|line| (line.key, line.ends_here)) else {
            return Vec::new();
        };
        let classes = &mut self.request.choices.classes;
        let _ = match way {
            Way::Up if ends_here => classes.insert(class, ClassFate::Up),
            Way::Up => classes.remove(&class),
            Way::Again => classes.insert(class, ClassFate::Stay),
            Way::Leave if ends_here => classes.remove(&class),
            Way::Leave => classes.insert(class, ClassFate::Leave),
        };
        self.again()
    }

    /// The typed classes count; an empty field means what is usual. A name that tells no class is asked about.
    pub(super) fn apply_target(&mut self) -> Vec<Effect> {
        self.apply(false)
    }

    /// Enter in the field: pressed once more it is the answer, too.
    pub(super) fn enter_target(&mut self) -> Vec<Effect> {
        self.apply(true)
    }

    fn apply(&mut self, enter: bool) -> Vec<Effect> {
        if self.target.trim() == self.target_of() {
            self.asked = None;
            return Vec::new();
        }
        let names: Vec<String> = self
            .target
            .split(PLUS)
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        let agreed = enter && self.asked.as_deref() == Some(self.target.as_str());
        if !agreed && names.iter().any(|name| !self.is_read(name)) {
            self.asked = Some(self.target.clone());
            return vec![Effect::Focus("target".into())];
        }
        self.asked = None;
        if self.opened {
            let Some(pupil) = self.pupil else { return Vec::new() };
            let pupils = &mut self.request.choices.pupils;
            let _ = match names.into_iter().next() {
                Some(name) => pupils.insert(pupil, PupilFate::Into(name)),
                None => pupils.remove(&pupil),
            };
        } else {
            let Some(class) = self.class else { return Vec::new() };
            let classes = &mut self.request.choices.classes;
            let _ = if names.is_empty() {
                classes.remove(&class)
            } else {
                classes.insert(class, ClassFate::Into(names))
            };
        }
        self.again()
    }

    /// Whether a class of that name is there or planned, or the name tells a grade.
    fn is_read(&self, name: &str) -> bool {
        let Some(data) = &self.data else { return true };
        let plain = class_lookup::plain(name);
        let known = data.new.iter().map(|line| &line.class).chain(data.old.iter().map(|line| &line.class));
        known.into_iter().any(|known| class_lookup::plain(known) == plain)
            || class_lookup::read(name, data.to_year).is_some()
    }

    /// What holds for the whole school.
    pub(super) fn choose(&mut self, choice: Choice) -> Vec<Effect> {
        let Some(data) = &self.data else { return Vec::new() };
        let at = data.systems.iter().position(|system| system.id == data.system).unwrap_or(0);
        let last = data.systems.len().saturating_sub(1);
        let choices = &mut self.request.choices;
        let system = match choice {
            Choice::Teachers => {
                choices.new_teachers = !choices.new_teachers;
                return self.again();
            }
            Choice::Seats => {
                choices.keep_seats = !choices.keep_seats;
                return self.again();
            }
            Choice::System(step) => data.systems.get(at.saturating_add_signed(step as isize).min(last)),
            Choice::NextSystem => data.systems.get(if at == last { 0 } else { at + 1 }),
            Choice::Answer(at) => data.system_fits.get(at),
        };
        let Some(system) = system else { return Vec::new() };
        self.request.system = Some(system.id.clone());
        let answered = std::mem::take(&mut self.asking);
        let mut effects = self.again();
        effects.extend(answered.then(|| Effect::Focus("write".into())));
        effects
    }

    /// Another class or pupil is chosen; what was typed for the one before counts.
    pub(super) fn select(&mut self, choose: impl FnOnce(&mut Self)) -> Vec<Effect> {
        let effects = self.apply_target();
        if self.asked.is_some() {
            return effects;
        }
        choose(self);
        self.target = self.target_of();
        effects
    }

    pub(super) fn step(&mut self, step: i32, in_field: bool) -> Vec<Effect> {
        let moved = |at: Option<usize>, count: usize| {
            at.map_or(0, |at| at.saturating_add_signed(step as isize).min(count.saturating_sub(1)))
        };
        let mut effects;
        let row = if self.opened {
            let shown: Vec<_> = self.shown().iter().map(|pupil| pupil.key).collect();
            let at = shown.iter().position(|key| Some(*key) == self.pupil);
            let next = shown.get(moved(at, shown.len())).copied();
            effects = self.select(|screen| screen.pupil = next);
            next.map(pupil_id)
        } else {
            let keys: Vec<_> = self.data.iter().flat_map(|data| &data.old).map(|line| line.key).collect();
            let at = keys.iter().position(|key| Some(*key) == self.class);
            let next = keys.get(moved(at, keys.len())).copied();
            effects = self.select(|screen| screen.class = next);
            next.map(class_id)
        };
        if self.asked.is_some() {
            return effects;
        }
        effects.extend(
            row.map(|row| if in_field { Effect::Reveal(row.into()) } else { Effect::Focus(row.into()) }),
        );
        effects
    }

    pub(super) fn turn(&mut self, step: i32) -> Vec<Effect> {
        if !self.opened {
            return self.step(step.saturating_mul(10), false);
        }
        let page = self.page.saturating_add_signed(step as isize).min(self.pages() - 1);
        if page == self.page {
            return Vec::new();
        }
        self.page = page;
        let first = self.shown().first().map(|pupil| pupil.key);
        let mut effects = self.select(|screen| screen.pupil = first);
        if self.asked.is_some() {
            return effects;
        }
        effects.extend(first.map(|pupil| Effect::Focus(pupil_id(pupil).into())));
        effects
    }

    /// The pupils of the chosen class.
    pub(super) fn open(&mut self) -> Vec<Effect> {
        if self.opened || self.line().is_none() {
            return Vec::new();
        }
        let effects = self.apply_target();
        if self.asked.is_some() {
            return effects;
        }
        self.opened = true;
        self.page = 0;
        self.find.clear();
        self.pupil = self.shown().first().map(|pupil| pupil.key);
        self.target = self.target_of();
        let focus = self.pupil.map(|pupil| Effect::Focus(pupil_id(pupil).into()));
        effects.into_iter().chain(focus).collect()
    }

    /// Back to the classes.
    pub(super) fn close(&mut self) -> Vec<Effect> {
        let effects = self.apply_target();
        if self.asked.is_some() {
            return effects;
        }
        self.opened = false;
        self.pupil = None;
        self.target = self.target_of();
        effects.into_iter().chain(self.class.map(|class| Effect::Focus(class_id(class).into()))).collect()
    }

    pub(super) fn search(&mut self, typed: String) -> Vec<Effect> {
        self.find = typed;
        self.page = 0;
        let first = self.shown().first().map(|pupil| pupil.key);
        self.select(|screen| screen.pupil = first)
    }

    /// What is chosen must still be there after the plan was made again.
    pub(super) fn settle(&mut self) {
        let there = self.line().is_some();
        if !there {
            self.class = self.data.as_ref().and_then(|data| data.old.first()).map(|line| line.key);
            self.opened = false;
        }
        self.page = self.page.min(self.pages() - 1);
        if self.opened && self.chosen_pupil().is_none() {
            self.pupil = self.shown().first().map(|pupil| pupil.key);
        }
        self.target = self.target_of();
        self.asked = None;
    }
}
