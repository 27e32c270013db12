//! A key with its modifiers.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use crate::gui::screen::KeyPress;
use crate::i18n::Tr;

/// A key: a letter, digit or sign as on a Latin keyboard, or a named one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cap {
    /// Lower case.
    Sign(char),
    /// Enter, arrows, function keys.
    Named(Named),
}

/// A key with the modifiers that it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// The key.
    pub cap: Cap,
    /// The modifiers, exactly.
    pub modifiers: Modifiers,
}

impl Stroke {
    /// A letter, digit or sign alone: works only where no text field has the focus.
    pub const fn sign(sign: char) -> Self {
        Self { cap: Cap::Sign(sign), modifiers: Modifiers::empty() }
    }

    /// A named key alone.
    pub const fn named(key: Named) -> Self {
        Self { cap: Cap::Named(key), modifiers: Modifiers::empty() }
    }

    /// The same with Ctrl.
    pub const fn ctrl(mut self) -> Self {
        self.modifiers = self.modifiers.union(Modifiers::CTRL);
        self
    }

    /// The same with Alt.
    pub const fn alt(mut self) -> Self {
        self.modifiers = self.modifiers.union(Modifiers::ALT);
        self
    }

    /// The same with Shift.
    pub const fn shift(mut self) -> Self {
        self.modifiers = self.modifiers.union(Modifiers::SHIFT);
        self
    }

    /// Whether a pressed key is this one.
    pub fn matches(self, press: &KeyPress) -> bool {
        match (self.cap, &press.key) {
            (Cap::Named(wanted), Key::Named(named)) => wanted == *named && self.modifiers == press.modifiers,
            (Cap::Sign(wanted), Key::Character(typed)) => {
                // + needs Shift on some keyboards and none on the number pad.
                let shift = if wanted.is_alphanumeric() { Modifiers::empty() } else { Modifiers::SHIFT };
                let own = press.in_field && self.modifiers.is_empty();
                let same = typed.chars().flat_map(char::to_lowercase).eq([wanted]);
                same && !own && self.modifiers == press.modifiers - shift
            }
            _ => false,
        }
    }

    /// As printed on the cap: `Ctrl+Z`, `↑`, `空格`.
    pub fn label(self, tr: &Tr) -> String {
        let mut label = String::new();
        for (held, name) in
            [(Modifiers::CTRL, "Ctrl+"), (Modifiers::ALT, "Alt+"), (Modifiers::SHIFT, "Shift+")]
        {
            if self.modifiers.contains(held) {
                label.push_str(name);
            }
        }
        match self.cap {
            Cap::Sign(sign) => label.extend(sign.to_uppercase()),
            Cap::Named(Named::Space) => label.push_str(&tr.keys_cap_space()),
            Cap::Named(key) => label.push_str(&name(key)),
        }
        label
    }
}

/// The Latin name of a key, as keyboards have it.
fn name(key: Named) -> String {
    match key {
        Named::ArrowUp => "↑".into(),
        Named::ArrowDown => "↓".into(),
        Named::ArrowLeft => "←".into(),
        Named::ArrowRight => "→".into(),
        Named::Escape => "Esc".into(),
        Named::Delete => "Del".into(),
        Named::PageUp => "PgUp".into(),
        Named::PageDown => "PgDn".into(),
        other => format!("{other:?}"),
    }
}
