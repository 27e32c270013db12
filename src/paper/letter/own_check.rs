//! Whether a letter of the school's own can be printed: its fields, its texts, and a trial on paper.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::{
    Field, LetterFacts, LetterLayout, LetterRun, LetterTemplate, OwnLetter, OwnText, PartKind, Recipient,
    marked_text,
};
use crate::domain::progress::Silent;
use crate::i18n::{Language, Tr};
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::form::text_fault;
use crate::paper::{OwnFault, PaperError, Spot};

/// Most characters of a title, of a line, of a statement.
const TITLE: usize = 40;
const LINE: usize = 500;
const TICK: usize = 80;
/// Most lines and statements.
const LINES: usize = 80;
const TICKS: usize = 4;
/// Columns of the fourteen days.
const DAYS: usize = 6;

impl OwnLetter {
    /// Everything that keeps it from being printed over a shipped letter, the first to be said first.
    pub fn faults(&self, shipped: &LetterTemplate) -> Vec<OwnFault> {
        let fonts = Fonts::shipped();
        let mut faults = Vec::new();
        for text in [&self.zh, &self.en] {
            text_faults(text, shipped, &fonts, &mut faults);
        }
        if faults.is_empty() {
            let letter = shipped.with_own(self);
            let own = Language::ALL.into_iter().filter(|language| !self.text(*language).is_empty());
            faults.extend(own.into_iter().find_map(|language| trial(&letter, &fonts, language)));
        }
        faults
    }
}

fn text_faults(own: &OwnText, shipped: &LetterTemplate, fonts: &Fonts, faults: &mut Vec<OwnFault>) {
    let known = |field: &str| Field::from_name(field).is_some_and(|field| field.is_told(&shipped.asks));
    let mut look = |spot: Spot, text: &str, most: usize| {
        if text.trim().is_empty() {
            faults.push(OwnFault::Empty { spot: spot.clone() });
        }
        faults.extend(text_fault(spot, text, most, fonts, known));
    };
    if let Some(title) = &own.title {
        look(Spot::Title, title, TITLE);
    }
    let parts = own.text.as_deref().map(marked_text::read);
    for (part, number) in parts.iter().flatten().zip(1..) {
        look(Spot::Line(number), &part.text, LINE);
    }
    for (tick, number) in own.ticks.iter().flatten().zip(1..) {
        look(Spot::Tick(number), tick, TICK);
    }
    if let Some(give_back) = &own.give_back {
        look(Spot::GiveBack, give_back, TICK);
    }
    if parts.as_ref().is_some_and(Vec::is_empty) {
        faults.push(OwnFault::Empty { spot: Spot::Line(1) });
    }
    for (part, number) in parts.iter().flatten().zip(1..) {
        if part.kind == PartKind::Days && part.text.split('|').count() != DAYS {
            faults.push(OwnFault::Days { spot: Spot::Line(number) });
        }
    }
    if parts.is_some_and(|parts| parts.len() > LINES) {
        faults.push(OwnFault::TooMany { spot: Spot::Line(LINES + 1) });
    }
    if own.ticks.as_ref().is_some_and(|ticks| ticks.len() > TICKS) {
        faults.push(OwnFault::TooMany { spot: Spot::Tick(TICKS + 1) });
    }
}

/// The letter on paper, for a child with a usual name and values as long as they come.
fn trial(letter: &LetterTemplate, fonts: &Fonts, language: Language) -> Option<OwnFault> {
    let (tr, facts, child) = (Tr::new(language), facts(letter, language), child(language));
    let made = LetterRun::new(letter, &facts, &[child], fonts, MissingGlyph::Rule, &tr)
        .and_then(|run| run.document(0..1, &mut Silent));
    match made {
        Ok(document) => {
            let unsound = document.unsound()?;
            Some(OwnFault::DoesNotFit { text: unsound.text, language })
        }
        Err(PaperError::TooLong { .. }) => Some(OwnFault::DoesNotFit { text: String::new(), language }),
        Err(_) => None,
    }
}

fn child(language: Language) -> Recipient {
    let words = |zh: &str, en: &str| (if language == Language::Chinese { zh } else { en }).to_owned();
    Recipient {
        name: words("欧阳思远", "Ouyang Siyuan"),
        class: words("三（2）班", "Class 3 (2)"),
        teacher: words("王秀兰", "Wang Xiulan"),
        phone: "0735-288 4017".to_owned(),
        serial: "001-0001-0".to_owned(),
        code: "00100010".to_owned(),
    }
}

fn facts(letter: &LetterTemplate, language: Language) -> LetterFacts {
    let words = |zh: &str, en: &str| (if language == Language::Chinese { zh } else { en }).to_owned();
    let day = || words("2026 年 11 月 23 日（星期一）", "Monday, 23 November 2026");
    let long = || words(&"字".repeat(36), "as the doctor says, and not before the day that is named");
    let more: BTreeMap<Field, String> = [
        (Field::Disease, words("流行性感冒", "influenza")),
        (Field::Signs, long()),
        (Field::Incubation, words("1 至 4 天", "1 to 4 days")),
        (Field::ReturnRule, long()),
        (Field::From, day()),
        (Field::To, day()),
        (Field::Back, day()),
    ]
    .into();
    LetterFacts {
        school: words("某某镇中心学校", "Central School of the Township"),
        date: day(),
        return_by: day(),
        demo: false,
        made_at: NaiveDateTime::default(),
        more,
        days: Vec::new(),
        layout: LetterLayout { half: letter.half, duplex: false, no_slip: !letter.has_slip() },
    }
}
