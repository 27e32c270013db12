//! Kind and grade of the class that is listed.

use iced::Alignment;
use iced::widget::{container, row};

use super::super::{KindChoice, KindMessage, Message, Roster};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::Ink;
use crate::gui::widget::{field, text, toggle};
use crate::i18n::Tr;

/// Width of the field of the grade.
const GRADE: f32 = 120.0;

fn word(choice: KindChoice, tr: &Tr) -> String {
    match choice {
        KindChoice::Ordinary => tr.roster_screen_kind_ordinary(),
        KindChoice::MultiGrade => tr.roster_screen_kind_multi_grade(),
        KindChoice::TeachingPoint => tr.roster_screen_kind_teaching_point(),
        KindChoice::Preschool => tr.roster_screen_kind_preschool(),
    }
}

pub(super) fn part_of<'a>(roster: &'a Roster, context: &Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let now = KindChoice::of(roster.class()?)?;
    let label = |words: String| -> Element<'a, Message> { text(words).small().ink(Ink::Text2).line().into() };
    let toggles = KindChoice::ALL.map(|choice| {
        let message = Message::Kind(KindMessage::Choose(choice));
        toggle(choice.id(), word(choice, tr), "", choice == now, message)
    });
    let part = row![label(tr.roster_screen_kind())].extend(toggles);
    let grade = || {
        let wrong = roster.grade_is_wrong().then(|| tr.roster_screen_grade_wrong());
        let typed = |typed| Message::Kind(KindMessage::Grade(typed));
        let part = field("grade", "", roster.grade(), typed)
            .hint(tr.roster_screen_teacher_none())
            .error(wrong)
            .on_submit(Message::Kind(KindMessage::SaveGrade));
        let part = container(Element::from(part)).width(GRADE);
        row![label(tr.roster_screen_grade()), part].spacing(6).align_y(Alignment::Center)
    };
    let part = part.push(now.has_grade().then(grade)).spacing(6).align_y(Alignment::Center);
    Some(part.wrap().vertical_spacing(6).into())
}
