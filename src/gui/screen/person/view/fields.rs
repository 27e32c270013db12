//! The fields with what is wrong or odd about them.

use iced::Alignment;
use iced::Length::Fill;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row};

use super::super::class_choice::{self, Meant};
use super::super::form::Form;
use super::super::{Message, PersonForm, Place};
use crate::domain::person::{Boarding, LeftBehind, Sex};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::route::Route;
use crate::gui::screen::roster::grade;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Icon, button, date_field, field, icon, key_scope, segments, text};
use crate::i18n::Tr;
use crate::ops::roster::{OwnNumber, PersonDoubt};

/// Width of a day with its reason.
const DATED: f32 = 240.0;
/// How many classes are offered at once.
const OFFERED: usize = 5;

/// A field with its label.
pub(super) fn field_of<'a>(page: &'a PersonForm, place: Place, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let form = &page.form;
    let line = |label: String, value: &'a String| typed(place, label, value, None);
    match place {
        Place::Name => {
            let missing = page.tried && form.name.trim().is_empty();
            typed(place, tr.roster_screen_head_name(), &form.name, missing.then(|| tr.person_name_missing()))
        }
        Place::Class | Place::MoveClass => class(page, place, context),
        Place::Sex => sex(form.sex, tr),
        Place::Boarding => boarding(form.boarding, tr),
        Place::LeftBehind => left_behind(form.left_behind, tr),
        Place::Birth => {
            let wrong = (page.tried || date_field::is_impossible(&form.birth)) && form.birth_is_wrong();
            date(place, tr.person_birth(), &form.birth, wrong.then(|| tr.person_no_such_day()), tr)
        }
        Place::MoveFrom if page.id.is_none() => {
            let wrong = page.tried && date_field::day(&form.move_from).is_none();
            date(place, tr.person_join_from(), &form.move_from, wrong.then(|| tr.person_no_such_day()), tr)
        }
        Place::MoveFrom => dated(page, date(place, tr.person_from(), &form.move_from, None, tr), place, tr),
        Place::LeaveOn => dated(page, date(place, tr.person_leave_on(), &form.leave_on, None, tr), place, tr),
        Place::Grade => {
            let wrong = !form.grade.trim().is_empty() && grade(&form.grade).is_none();
            typed(place, tr.person_grade(), &form.grade, wrong.then(|| tr.roster_screen_grade_wrong()))
        }
        Place::BoardingFrom => {
            let wrong = page.boards_otherwise() && date_field::day(&form.boarding_from).is_none();
            let wrong = wrong.then(|| tr.person_no_such_day());
            dated(page, date(place, tr.person_boarding_from(), &form.boarding_from, wrong, tr), place, tr)
        }
        Place::Room => line(tr.person_room(), &form.room),
        Place::Guardian => line(tr.person_guardian(), &form.guardian),
        Place::Phone => {
            let label =
                if page.is_staff() { tr.roster_screen_head_phone() } else { tr.person_guardian_phone() };
            column![line(label, &form.phone), doubts(page, place, tr)].into()
        }
        Place::FormerName => line(tr.roster_field_former_name(), &form.former_name),
        Place::Ethnicity => line(tr.roster_field_ethnicity(), &form.ethnicity),
        Place::IdType => line(tr.roster_field_id_type(), &form.id_type),
        Place::Relation => line(tr.roster_field_guardian_relation(), &form.relation),
        Place::Emergency => line(tr.person_file_emergency_contact(), &form.emergency),
        Place::EmergencyPhone => {
            let part = line(tr.person_file_emergency_phone(), &form.emergency_phone);
            column![part, doubts(page, place, tr)].into()
        }
        Place::Address => line(tr.roster_field_address(), &form.address),
        Place::StudentNo => {
            let part = line(tr.roster_screen_head_student_no(), &form.student_no);
            column![part, doubts(page, place, tr)].into()
        }
        Place::IdNumber => {
            let part = line(tr.person_id_number(), &form.id_number);
            column![part, doubts(page, place, tr)].into()
        }
        Place::Remark => line(tr.person_remark(), &form.remark),
        Place::Post => line(tr.roster_screen_head_post(), &form.post),
        Place::Teaches => teaches(form, tr),
    }
}

/// The classes that a member of staff teaches.
fn teaches<'a>(form: &'a Form, tr: &Tr) -> Element<'a, Message> {
    let place = Place::Teaches;
    let typed = move |typed| Message::Typed(place, typed);
    let part = field(place.id(), tr.import_field_teaches(), &form.teaches, typed);
    step(place, part.hint(tr.staff_teaches_hint()))
}

/// Enter goes on to the next field.
fn step<'a>(place: Place, part: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    key_scope(part, move |key, modifiers| {
        (modifiers.is_empty() && *key == Key::Named(Named::Enter)).then_some(Message::Next(place))
    })
}

fn typed(place: Place, label: String, value: &str, wrong: Option<String>) -> Element<'_, Message> {
    let part = field(place.id(), label, value, move |typed| Message::Typed(place, typed)).error(wrong);
    step(place, part)
}

fn date<'a>(
    place: Place,
    label: String,
    value: &'a str,
    wrong: Option<String>,
    tr: &Tr,
) -> Element<'a, Message> {
    step(
        place,
        date_field(place.id(), label, value, tr.date_hint(), wrong, move |typed| {
            Message::Typed(place, typed)
        }),
    )
}

/// A day with the reason why it is not today.
fn dated<'a>(page: &PersonForm, part: Element<'a, Message>, place: Place, tr: &Tr) -> Element<'a, Message> {
    let why = page.later_day(place).map(|day| note(tr.person_day_checked(&day.to_string())));
    let Some(why) = why else { return part };
    container(column![part, why].spacing(2)).max_width(DATED).into()
}

fn labelled(label: String, part: Element<'_, Message>) -> Element<'_, Message> {
    column![text(label).small().ink(Ink::Text2), part].spacing(2).into()
}

fn sex<'a>(chosen: Option<Sex>, tr: &Tr) -> Element<'a, Message> {
    let options = [
        (None, tr.person_unknown()),
        (Some(Sex::Male), tr.person_male()),
        (Some(Sex::Female), tr.person_female()),
    ];
    let part = segments(Place::Sex.id(), options, chosen, Message::Sex);
    step(Place::Sex, labelled(tr.roster_screen_head_sex(), part))
}

fn boarding<'a>(chosen: Option<Boarding>, tr: &Tr) -> Element<'a, Message> {
    let options = [
        (None, tr.person_unknown()),
        (Some(Boarding::Day), tr.person_day()),
        (Some(Boarding::Boarder), tr.person_boarder()),
    ];
    let part = segments(Place::Boarding.id(), options, chosen, Message::Boarding);
    step(Place::Boarding, labelled(tr.person_boarding(), part))
}

fn left_behind<'a>(chosen: Option<LeftBehind>, tr: &Tr) -> Element<'a, Message> {
    let mut options = vec![
        (None, tr.person_unknown()),
        (Some(LeftBehind::No), tr.import_left_behind_no()),
        (Some(LeftBehind::OneParent), tr.person_left_behind_one()),
        (Some(LeftBehind::BothParents), tr.person_left_behind_both()),
    ];
    // A file may only say yes; nobody has to choose that by hand.
    if chosen == Some(LeftBehind::Yes) {
        options.push((chosen, tr.import_left_behind_yes()));
    }
    let part = segments(Place::LeftBehind.id(), options, chosen, Message::LeftBehind);
    step(Place::LeftBehind, labelled(tr.roster_field_left_behind(), part))
}

/// The class: typed or chosen with the arrows; below it what that means.
fn class<'a>(page: &'a PersonForm, place: Place, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let new = place == Place::Class;
    let value = if new { &page.form.class } else { &page.form.move_class };
    let meant = class_choice::meant(&page.classes, value, page.today);
    let wrong = match &meant {
        Meant::Nothing => (new && page.tried).then(|| tr.person_class_missing()),
        Meant::Several(_) => (new && page.tried).then(|| tr.person_class_several()),
        Meant::New(_) => (!new).then(|| tr.person_class_unknown()),
        Meant::Unknown => Some(tr.person_class_unknown()),
        Meant::One(_) => None,
    };
    let label = if new { tr.roster_screen_head_class() } else { tr.person_move_to() };
    let part = field(place.id(), label, value, move |typed| Message::Typed(place, typed))
        .hint(tr.person_class_hint())
        .error(wrong);
    let part = key_scope(part, move |key, modifiers| match key {
        Key::Named(Named::ArrowDown) => Some(Message::Class(place, 1)),
        Key::Named(Named::ArrowUp) => Some(Message::Class(place, -1)),
        Key::Named(Named::Enter) if modifiers.is_empty() => Some(Message::Next(place)),
        _ => None,
    });
    column![part].push(explained(meant, new, tr)).spacing(2).width(Fill).into()
}

/// What was typed into the class means.
fn explained<'a>(meant: Meant<'a>, new: bool, tr: &Tr) -> Option<Element<'a, Message>> {
    match meant {
        Meant::One(class) => Some(note(tr.person_class_one(&class.short, class.count))),
        Meant::New(short) if new => Some(note(tr.person_class_new(&tr.class(&short)))),
        Meant::Several(classes) => {
            let mut offered = row![].spacing(size::GAP).align_y(Alignment::Center);
            for class in classes.iter().take(OFFERED) {
                offered = offered.push(text(class.short.as_str()).small().ink(Ink::Text2).line());
            }
            if classes.len() > OFFERED {
                offered = offered.push(text("…").small().ink(Ink::Text3).line());
            }
            Some(offered.wrap().into())
        }
        _ => None,
    }
}

fn note<'a>(words: String) -> Element<'a, Message> {
    text(words).small().ink(Ink::Text2).into()
}

/// The field that a doubt is about.
pub(super) const fn place_of(doubt: PersonDoubt) -> Place {
    match doubt {
        PersonDoubt::IdLength
        | PersonDoubt::IdCheckDigit
        | PersonDoubt::IdSexMismatch
        | PersonDoubt::IdBirthMismatch
        | PersonDoubt::IdDuplicate => Place::IdNumber,
        PersonDoubt::StudentNoLength | PersonDoubt::StudentNoCheckDigit | PersonDoubt::StudentNoDuplicate => {
            Place::StudentNo
        }
        PersonDoubt::PhoneLength => Place::Phone,
        PersonDoubt::EmergencyPhoneLength => Place::EmergencyPhone,
    }
}

/// What is odd about a number, and who else has it: said, never in the way.
fn doubts<'a>(page: &'a PersonForm, place: Place, tr: &Tr) -> Element<'a, Message> {
    let number = match place {
        Place::IdNumber => Some(OwnNumber::IdNumber),
        Place::StudentNo => Some(OwnNumber::StudentNo),
        _ => None,
    };
    let odd = page.doubts().into_iter().filter(|doubt| place_of(*doubt) == place);
    let mut lines = column![].extend(odd.map(|doubt| warning(doubt.words(tr)).into()));
    for (at, other) in page.same.iter().enumerate().filter(|(_, other)| Some(other.number) == number) {
        let open = button(tr.person_open()).plain().small().id(format!("open-same-{at}"));
        let open = open.on_press(Message::Go(Route::Person(other.key)));
        lines = lines.push(warning(other.words(tr)).push(Element::from(open)));
    }
    lines.into()
}

fn warning<'a>(words: String) -> Row<'a, Message> {
    let sign = icon(Icon::TriangleAlertHollow).side(size::ICON_CHIP).ink(Ink::Warn);
    let words = text(words).small().ink(Ink::Warn);
    row![container(sign).padding([3, 0]), container(words).width(Fill)].spacing(size::TIGHT)
}

type Row<'a, M> = iced::widget::Row<'a, M, crate::gui::theme::Theme>;
