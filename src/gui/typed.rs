//! A form with what it was before each field that was typed into, so that Ctrl+Z takes unsaved typing back, a field at a
//! time, before it takes back anything that is in the book.

use std::ops::{Deref, DerefMut};

/// The form of now and those of before. `P` names a field: what is typed into one field in a row goes back together.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed<F, P> {
    now: F,
    steps: Vec<(P, F)>,
}

impl<F: Clone + PartialEq, P: PartialEq> Typed<F, P> {
    /// A form as it opens.
    pub const fn new(now: F) -> Self {
        Self { now, steps: Vec::new() }
    }

    /// Something is typed or chosen at a field.
    pub fn change<T>(&mut self, place: P, change: impl FnOnce(&mut F) -> T) -> T {
        let before = self.now.clone();
        let done = change(&mut self.now);
        let goes_on = self.steps.last().is_some_and(|(last, _)| *last == place);
        if !goes_on && before != self.now {
            self.steps.push((place, before));
        }
        done
    }

    /// Whether anything was typed or chosen.
    pub const fn is_begun(&self) -> bool {
        !self.steps.is_empty()
    }

    /// Takes back what was typed last; answers whether anything was.
    pub fn take_back(&mut self) -> bool {
        while let Some((_, before)) = self.steps.pop() {
            if before != self.now {
                self.now = before;
                return true;
            }
        }
        false
    }
}

impl<F, P> Deref for Typed<F, P> {
    type Target = F;

    fn deref(&self) -> &F {
        &self.now
    }
}

impl<F, P> DerefMut for Typed<F, P> {
    fn deref_mut(&mut self) -> &mut F {
        &mut self.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_goes_back_a_field_at_a_time() {
        let mut form: Typed<(String, String), u8> = Typed::new(("甲".to_owned(), String::new()));
        for text in ["甲乙", "甲乙丙"] {
            form.change(0, |form| form.0 = text.to_owned());
        }
        form.change(1, |form| form.1 = "丁".to_owned());
        form.change(2, |_| ());
        form.change(0, |form| form.0 = "戊".to_owned());
        assert!(form.take_back());
        assert_eq!((form.0.as_str(), form.1.as_str()), ("甲乙丙", "丁"));
        assert!(form.take_back());
        assert_eq!((form.0.as_str(), form.1.as_str()), ("甲乙丙", ""));
        assert!(form.take_back());
        assert_eq!(form.0, "甲");
        assert!(!form.take_back(), "nothing is typed any more");
    }
}
