//! What must be known before printing, and what came of it.

use iced::widget::{column, container, row};
use iced::{Alignment, Length::Fill};

use super::super::{Message, Print, Said};
use super::quiet;
use crate::domain::progress::Stage;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{Icon, ProgressState, banner, button, icon, panel, progress, segments, text};
use crate::i18n::Tr;
use crate::ops::issued::{IssuedKind, IssuedState};
use crate::ops::print::{MissingGlyph, PaperId, PrintFacts, PrintedName};

/// Places that are named before 等.
const NAMED: usize = 6;

pub(super) fn above<'a>(print: &'a Print, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if print.busy {
        return working(context);
    }
    let said = print.said.as_ref().map(|said| outcome(said, tr));
    let Some(facts) = print.preview.as_ref().map(|preview| &preview.facts) else {
        return said.unwrap_or_else(|| quiet(tr.print_screen_loading()).into());
    };
    let warning = since(facts, tr).or_else(|| warning(print, facts, context));
    let checks = checks(print, facts, context);
    let known: Element<'a, Message> = match warning {
        Some((tone, title, extra)) => banner(tone, title)
            .quiet()
            .evidence(column![].push(extra).push(checks).spacing(size::TIGHT))
            .into(),
        None => checks,
    };
    column![].push(said).push(known).spacing(size::GAP).into()
}

/// What has become of something issued since.
fn since<'a>(facts: &PrintFacts, tr: &Tr) -> Option<Warning<'a>> {
    let line = facts.issued.as_deref()?;
    match (line.state?, line.kind) {
        (IssuedState::AsIssued, _) => None,
        (IssuedState::Corrected, _) => {
            let by = line.corrected_by.as_deref().unwrap_or_default();
            Some((Tone::Info, tr.issued_corrected_by(by), None))
        }
        (IssuedState::Changed, IssuedKind::Letters) => Some((Tone::Warn, tr.issued_changed_letters(), None)),
        (IssuedState::Changed, _) => {
            let correct = button(tr.issued_correct()).small().id("correct").on_press(Message::Correct);
            Some((Tone::Warn, tr.issued_changed_report(), Some(correct.into())))
        }
    }
}

/// Tone, words, and what can be done about it.
type Warning<'a> = (Tone, String, Option<Element<'a, Message>>);

/// The most important thing; a name that cannot be drawn before everything else.
fn warning<'a>(print: &'a Print, facts: &'a PrintFacts, context: &'a Context) -> Option<Warning<'a>> {
    let tr = &context.tr;
    if !facts.missing.is_empty() {
        let options = [
            (MissingGlyph::Rule, tr.print_screen_rule()),
            (MissingGlyph::LeaveOut, tr.print_screen_leave_out()),
            (MissingGlyph::Stop, tr.print_screen_stop()),
        ];
        let choice = segments("missing", options, print.request.missing, Message::Missing);
        let title = tr.print_screen_missing(facts.missing.len(), &places(&facts.missing, tr));
        let tone = if print.blocked() { Tone::Bad } else { Tone::Warn };
        return Some((tone, title, Some(choice)));
    }
    if !facts.balances {
        return Some((Tone::Bad, tr.print_screen_unbalanced(), None));
    }
    if !facts.unchecked.is_empty() {
        let classes = facts.unchecked.join(tr.ops_list_mark().as_str());
        return Some((Tone::Warn, tr.print_screen_unchecked(&classes, facts.unchecked.len()), None));
    }
    None
}

fn places(names: &[PrintedName], tr: &Tr) -> String {
    let one = |name: &PrintedName| tr.print_screen_place(&name.class, &name.seat_no);
    let listed: Vec<String> = names.iter().take(NAMED).map(one).collect();
    let words = listed.join(tr.ops_list_mark().as_str());
    if names.len() > NAMED { tr.print_screen_and_more(&words) } else { words }
}

/// What was looked at and is right, and small facts.
fn checks<'a>(print: &'a Print, facts: &'a PrintFacts, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let right = |words: String| {
        row![icon(Icon::Check).side(size::ICON_CHIP).ink(Ink::Ok), text(words).small().ink(Ink::Ok)]
            .spacing(size::TIGHT)
            .align_y(Alignment::Center)
            .into()
    };
    let mut all: Vec<Element<'a, Message>> = Vec::new();
    if facts.balances && print.request.paper == PaperId::Form("school-day".to_owned()) {
        all.push(right(tr.print_screen_balances()));
    }
    if facts.missing.is_empty() && facts.issued.is_none() {
        all.push(right(tr.print_screen_glyphs()));
    }
    all.push(right(match (facts.letters, facts.landscape) {
        (0, true) => tr.print_screen_landscape(facts.sheets),
        (0, false) => tr.print_screen_portrait(facts.sheets),
        (letters, _) => tr.print_screen_letters(letters, facts.sheets),
    }));
    let mut notes = Vec::new();
    notes.extend(print.listing().filter(|listing| listing.own).map(|_| tr.own_paper_mark()));
    if !facts.left_out.is_empty() {
        notes.push(tr.print_screen_left_out(facts.left_out.len(), &places(&facts.left_out, tr)));
    }
    if facts.empty_fields > 0 {
        notes.push(tr.print_screen_fields(facts.empty_fields));
    }
    notes.extend(facts.corrects.as_ref().map(|number| tr.print_screen_corrects(number)));
    let number = facts.number.as_ref().filter(|_| facts.issued.is_none());
    notes.extend(number.map(|number| tr.print_screen_number(number)));
    if let Some(line) = &facts.issued {
        notes.push(tr.issued_made(&line.made_at.format("%m-%d %H:%M").to_string(), &line.made_by));
        notes.push(tr.issued_times(line.printed));
    }
    if let Some((at, person)) = &facts.last {
        notes.push(tr.print_screen_last(&at.format("%m-%d %H:%M").to_string(), person));
    }
    all.extend(notes.into_iter().map(|note| quiet(note).into()));
    iced::widget::Row::with_children(all).spacing(14).wrap().vertical_spacing(2).into()
}

fn outcome<'a>(said: &Said, tr: &Tr) -> Element<'a, Message> {
    let (tone, words, note) = match said {
        Said::Saved(file) => (Tone::Ok, tr.print_screen_saved(&file.display().to_string()), None),
        Said::Sent => (Tone::Ok, tr.print_screen_sent(), None),
        Said::Cancelled => (Tone::Info, tr.print_screen_cancelled(), None),
        Said::Refused(why) => (Tone::Bad, why.happened.clone(), Some(why.remedy.clone())),
    };
    let line = banner(tone, words).quiet();
    let line = if tone == Tone::Info { line.icon(Icon::CrossRing) } else { line };
    match note {
        Some(note) => line.note(note).into(),
        None => line.into(),
    }
}

fn working(context: &Context) -> Element<'_, Message> {
    let tr = &context.tr;
    let state = context.work.map_or_else(
        || ProgressState { stage: tr.print_screen_stage_layout(), ..ProgressState::default() },
        |work| ProgressState {
            stage: match work.stage {
                Stage::Writing | Stage::Saving | Stage::BackingUp => tr.print_screen_stage_write(),
                Stage::Verifying => tr.print_screen_stage_verify(),
                Stage::Reading | Stage::Comparing | Stage::LayingOut => tr.print_screen_stage_layout(),
            },
            count: tr.print_screen_count(work.done, work.total),
            share: work.done as f32 / work.total.max(1) as f32,
            left: String::new(),
        },
    );
    let bar = progress(&state, Some((tr.print_screen_halt(), "Esc", Message::Stop)));
    container(panel(container(bar).padding(size::INSIDE))).width(Fill).into()
}
