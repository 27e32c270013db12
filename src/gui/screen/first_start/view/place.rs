//! Where the data live: folders with what speaks for and against them, and a second place for backups.

use std::path::PathBuf;

use iced::widget::{column, row, space};

use super::super::answers::Field;
use super::super::{FirstStart, Message, Place, path};
use super::questions::{choice, error, input, with_choice};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{Card, Icon, State, chip, error_line, radio_cards, text};
use crate::i18n::{Language, Tr};
use crate::ops::place::{Candidate, Caution, PlaceKind, Trial};

pub(super) fn question<'a>(first: &'a FirstStart, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut cards: Vec<Card<'a, Option<PathBuf>, Message>> =
        first.places.iter().map(|place| card(place, first, context)).collect();
    let choose = choice(Field::Folder, "O", context).small();
    let mut side = row![].spacing(size::GAP).align_y(iced::Alignment::Center);
    let mut other = Card::new(None, tr.first_start_other());
    let typed = path(&first.answers.folder).and_then(|folder| first.trial(&folder).cloned());
    if let Some(trial) = &typed {
        other = other.detail(tried_words(trial, tr));
        if let Some(chip) = caution_chip(trial.caution, trial.holds_book, tr) {
            side = side.push(chip);
        }
    }
    cards.push(other.side(side.push(Element::from(choose))));
    let chosen = match &first.place {
        Place::Proposed(folder) => Some(folder.clone()),
        Place::Other => None,
    };
    let cards = radio_cards("places", cards, Some(chosen), |chosen| match chosen {
        Some(folder) => Message::Choose(folder),
        None => Message::ChooseOther,
    });
    let mut folder = column![text(tr.first_start_folder()).section(), cards].spacing(size::GAP);
    if first.place == Place::Other {
        folder = folder.push(input(first, Field::Folder, String::new(), tr.first_start_other_field()));
    } else {
        folder = folder.push(error(first, Field::Folder).map(error_line));
    }
    let second = column![
        text(tr.first_start_second()).section(),
        text(tr.first_start_second_why()).ink(Ink::Text2),
        with_choice(first, Field::Second, tr.first_start_second_label(), "B", context),
    ];
    column![folder, space().height(size::GAP), second.spacing(size::GAP)].spacing(size::GAP).into()
}

fn card<'a>(
    place: &'a Candidate,
    first: &FirstStart,
    context: &Context,
) -> Card<'a, Option<PathBuf>, Message> {
    let tr = &context.tr;
    let mut words = vec![free_words(place.free, tr)];
    words.push(match (place.holds_book, place.caution) {
        (true, _) => tr.first_start_book_here(),
        (_, Some(caution)) => caution_words(caution, tr),
        _ => match place.kind {
            PlaceKind::Given => tr.first_start_place_given(),
            PlaceKind::User => tr.first_start_place_user(),
            PlaceKind::Drive => tr.first_start_place_drive(),
            PlaceKind::Portable => tr.first_start_place_portable(),
        },
    });
    match first.trial(&place.folder) {
        Some(Trial { fault: Some(why), .. }) => words = vec![why.happened.clone()],
        Some(_) if place.caution.is_none() => words.push(tr.first_start_tried()),
        _ => {}
    }
    let name = place.folder.display().to_string();
    let card = Card::new(Some(place.folder.clone()), name).detail(sentences(&words, tr));
    if let Some(chip) = caution_chip(place.caution, place.holds_book, tr) {
        card.side(chip)
    } else if place.recommended {
        card.side(chip(State::Other(Icon::Check, Tone::Ok), tr.first_start_chip_recommended()))
    } else {
        card
    }
}

/// What was found out about a folder that was typed.
fn tried_words(trial: &Trial, tr: &Tr) -> String {
    if let Some(why) = &trial.fault {
        return why.happened.clone();
    }
    let told = match trial.caution {
        _ if trial.holds_book => tr.first_start_book_here(),
        Some(caution) => caution_words(caution, tr),
        None => tr.first_start_tried(),
    };
    sentences(&[free_words(trial.free, tr), told], tr)
}

fn caution_chip<'a>(caution: Option<Caution>, holds_book: bool, tr: &Tr) -> Option<Element<'a, Message>> {
    let word = match (holds_book, caution) {
        (true, _) => {
            return Some(chip(State::Other(Icon::Book, Tone::Info), tr.first_start_chip_book()).into());
        }
        (_, Some(Caution::RestoreCard)) => tr.first_start_chip_restore(),
        (_, Some(Caution::Memory)) => tr.first_start_chip_memory(),
        (_, Some(Caution::Stick)) => tr.first_start_chip_stick(),
        (_, Some(Caution::LittleRoom)) => tr.first_start_chip_room(),
        (_, None) => return None,
    };
    Some(chip(State::Other(Icon::TriangleAlertHollow, Tone::Warn), word).into())
}

fn caution_words(caution: Caution, tr: &Tr) -> String {
    match caution {
        Caution::RestoreCard => tr.first_start_caution_restore(),
        Caution::Memory => tr.first_start_caution_memory(),
        Caution::Stick => tr.first_start_caution_stick(),
        Caution::LittleRoom => tr.first_start_caution_room(),
    }
}

fn free_words(free: Option<u64>, tr: &Tr) -> String {
    match free {
        Some(bytes) => tr.first_start_free(&format!("{:.1} GB", bytes as f64 / 1e9)),
        None => tr.first_start_free_unknown(),
    }
}

/// Whole sentences after each other: with a blank where the language has one.
fn sentences(words: &[String], tr: &Tr) -> String {
    words.join(if tr.language() == Language::English { " " } else { "" })
}
