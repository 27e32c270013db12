//! The school's own version of a form: what it wants otherwise, laid over the shipped file, so that a later file with
//! new columns still works.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Column, FormTemplate, Signature};
use crate::paper::{OwnWords, Words};

/// What a school wants otherwise of a form. Columns and places that are not named stand behind the one that they are
/// shipped behind.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnForm {
    /// Id of the form.
    pub form: String,
    /// Title on the sheet.
    #[serde(default, skip_serializing_if = "OwnWords::is_empty")]
    pub title: OwnWords,
    /// Notes below the table.
    #[serde(default, skip_serializing_if = "OwnNotes::is_empty")]
    pub notes: OwnNotes,
    /// Columns in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<OwnColumn>,
    /// Places to sign in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<OwnPlace>,
}

/// What a school wants otherwise of a column.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnColumn {
    /// Key of the column.
    pub key: String,
    /// Title.
    #[serde(default, skip_serializing_if = "OwnWords::is_empty")]
    pub title: OwnWords,
    /// Share of the table's width.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<f32>,
    /// Not printed; what belongs into it is kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

/// Notes of the school's own, by language; absent: as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnNotes {
    /// 中文
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh: Option<Vec<String>>,
    /// English
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<Vec<String>>,
}

/// What a school wants otherwise of a place to sign.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnPlace {
    /// Which: its key, or `#2` for the second of the form; empty: one that only the school has.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Label.
    #[serde(default, skip_serializing_if = "OwnWords::is_empty")]
    pub label: OwnWords,
    /// Length of the rule, mm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub space: Option<f32>,
    /// Not printed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

impl OwnNotes {
    /// Whether nothing is said.
    pub const fn is_empty(&self) -> bool {
        self.zh.is_none() && self.en.is_none()
    }

    /// The notes; a language with fewer has empty ones at the end.
    fn over(&self, shipped: &[Words]) -> Vec<Words> {
        let side = |own: &Option<Vec<String>>, of: fn(&Words) -> &String| match own {
            Some(own) => own.clone(),
            None => shipped.iter().map(|note| of(note).clone()).collect(),
        };
        let (zh, en) = (side(&self.zh, |note| &note.zh), side(&self.en, |note| &note.en));
        let note = |at: usize| Words {
            zh: zh.get(at).cloned().unwrap_or_default(),
            en: en.get(at).cloned().unwrap_or_default(),
        };
        (0..zh.len().max(en.len())).map(note).collect()
    }

    fn beside(&self, shipped: &[Words]) -> Self {
        let other = |own: &Option<Vec<String>>, of: fn(&Words) -> &String| {
            let same = |own: &Vec<String>| own.iter().eq(shipped.iter().map(of));
            own.clone().filter(|own| !same(own))
        };
        Self { zh: other(&self.zh, |note| &note.zh), en: other(&self.en, |note| &note.en) }
    }
}

impl OwnForm {
    /// Nothing otherwise than shipped.
    pub fn of(form: &str) -> Self {
        Self { form: form.to_owned(), ..Self::default() }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::of(&self.form)
    }

    /// Everything of a form as it is with this version: what somebody edits.
    #[must_use]
    pub fn whole(&self, shipped: &FormTemplate) -> Self {
        let form = shipped.with_own(self);
        let column = |column: &Column| OwnColumn {
            key: column.key.clone(),
            title: OwnWords::of(&column.title),
            width: Some(column.width),
            hidden: column.hidden,
        };
        let side = |of: fn(&Words) -> &String| form.notes.iter().map(of).cloned().collect::<Vec<_>>();
        let filled = |mut notes: Vec<String>| {
            while notes.pop_if(|note| note.is_empty()).is_some() {}
            Some(notes)
        };
        Self {
            form: self.form.clone(),
            title: OwnWords::of(&form.title),
            notes: OwnNotes { zh: filled(side(|note| &note.zh)), en: filled(side(|note| &note.en)) },
            columns: form.columns.iter().map(column).collect(),
            signatures: places(shipped, &self.signatures),
        }
    }

    /// Only what differs from the shipped form.
    #[must_use]
    pub fn beside(&self, shipped: &FormTemplate) -> Self {
        let whole = self.whole(shipped);
        let moved = !whole.columns.iter().map(|it| &it.key).eq(shipped.columns.iter().map(|it| &it.key));
        let column = |own: &OwnColumn| {
            let was = shipped.columns.iter().find(|column| column.key == own.key)?;
            let width = own.width.filter(|width| (width - was.width).abs() > f32::EPSILON);
            let other = OwnColumn { title: own.title.beside(&was.title), width, ..own.clone() };
            let said = other.hidden || !other.title.is_empty() || other.width.is_some();
            (moved || said).then_some(other)
        };
        let as_shipped = places(shipped, &[]);
        let signatures =
            if whole.signatures == as_shipped { Vec::new() } else { reduced(&whole.signatures, shipped) };
        Self {
            form: self.form.clone(),
            title: whole.title.beside(&shipped.title),
            notes: whole.notes.beside(&shipped.notes),
            columns: whole.columns.iter().filter_map(column).collect(),
            signatures,
        }
    }

    /// Keys of columns and places that the shipped form does not have (any more); they are ignored.
    pub fn unknown(&self, shipped: &FormTemplate) -> Vec<String> {
        let columns = self.columns.iter().map(|own| &own.key);
        let columns = columns.filter(|key| !shipped.columns.iter().any(|column| column.key == **key));
        let places = self.signatures.iter().map(|own| &own.place);
        let places = places.filter(|id| !id.is_empty() && shipped_place(shipped, id).is_none());
        columns.chain(places).cloned().collect()
    }
}

impl FormTemplate {
    /// The form in the school's own version.
    #[must_use]
    pub fn with_own(&self, own: &OwnForm) -> Self {
        let signatures = places(self, &own.signatures).into_iter().filter(|place| !place.hidden);
        Self {
            title: own.title.over(Some(&self.title)),
            columns: own_columns(self, &own.columns),
            notes: own.notes.over(&self.notes),
            signatures: signatures.map(|place| own_signature(self, &place)).collect(),
            shipped_order: self.columns.iter().map(|column| column.key.clone()).collect(),
            ..self.clone()
        }
    }
}

/// The columns in the school's order; those of a group stay together.
fn own_columns(shipped: &FormTemplate, own: &[OwnColumn]) -> Vec<Column> {
    let known = |key: &str| shipped.columns.iter().position(|column| column.key == key);
    let mut order: Vec<usize> = Vec::new();
    for at in own.iter().filter_map(|own| known(&own.key)) {
        if !order.contains(&at) {
            order.push(at);
        }
    }
    for at in 0..shipped.columns.len() {
        if !order.contains(&at) {
            let before = at.checked_sub(1).and_then(|before| order.iter().position(|it| *it == before));
            order.insert(before.map_or(0, |before| before + 1), at);
        }
    }
    let columns = order.iter().filter_map(|at| shipped.columns.get(*at)).map(|column| {
        let mut column = column.clone();
        if let Some(own) = own.iter().find(|own| own.key == column.key) {
            column.title = own.title.over(Some(&column.title));
            column.width = own.width.unwrap_or(column.width);
            column.hidden = own.hidden;
        }
        column
    });
    gathered(&columns.collect::<Vec<_>>())
}

/// The members of a group behind its first.
fn gathered(columns: &[Column]) -> Vec<Column> {
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut out = Vec::with_capacity(columns.len());
    for column in columns {
        if column.group.is_empty() {
            out.push(column.clone());
        } else if done.insert(column.group.clone()) {
            out.extend(columns.iter().filter(|other| other.group == column.group).cloned());
        }
    }
    out
}

/// Name of a shipped place to sign: its key, else its number.
fn place_id(at: usize, place: &Signature) -> String {
    if place.key.is_empty() { format!("#{}", at + 1) } else { place.key.clone() }
}

fn shipped_place<'f>(shipped: &'f FormTemplate, id: &str) -> Option<&'f Signature> {
    let named = shipped.signatures.iter().enumerate().find(|(at, place)| place_id(*at, place) == id);
    named.map(|(_, place)| place)
}

/// All places to sign in the school's order, those that are not printed among them.
fn places(shipped: &FormTemplate, own: &[OwnPlace]) -> Vec<OwnPlace> {
    let known = |own: &&OwnPlace| own.place.is_empty() || shipped_place(shipped, &own.place).is_some();
    let mut all: Vec<OwnPlace> = Vec::new();
    for place in own.iter().filter(known) {
        if place.place.is_empty() || !all.iter().any(|other| other.place == place.place) {
            all.push(place.clone());
        }
    }
    let mut before: Option<String> = None;
    for (at, place) in shipped.signatures.iter().enumerate() {
        let id = place_id(at, place);
        if !all.iter().any(|other| other.place == id) {
            let behind = before.and_then(|before| all.iter().position(|other| other.place == before));
            all.insert(
                behind.map_or(0, |behind| behind + 1),
                OwnPlace { place: id.clone(), ..OwnPlace::default() },
            );
        }
        before = Some(id);
    }
    for place in &mut all {
        let was = shipped_place(shipped, &place.place);
        place.label = OwnWords::of(&place.label.over(was.map(|was| &was.label)));
        place.space = place.space.or(was.map(|was| was.space)).or(Some(0.0));
    }
    all
}

/// Places without what is as shipped.
fn reduced(places: &[OwnPlace], shipped: &FormTemplate) -> Vec<OwnPlace> {
    let one = |place: &OwnPlace| match shipped_place(shipped, &place.place) {
        Some(was) => OwnPlace {
            label: place.label.beside(&was.label),
            space: place.space.filter(|space| (space - was.space).abs() > f32::EPSILON),
            ..place.clone()
        },
        None => place.clone(),
    };
    places.iter().map(one).collect()
}

fn own_signature(shipped: &FormTemplate, place: &OwnPlace) -> Signature {
    let was = shipped_place(shipped, &place.place);
    Signature {
        key: was.map(|was| was.key.clone()).unwrap_or_default(),
        label: place.label.over(was.map(|was| &was.label)),
        space: place.space.unwrap_or_default(),
        stamp: was.is_some_and(|was| was.stamp),
    }
}
