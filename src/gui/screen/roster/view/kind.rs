//! Kind and grade of the class that is listed.

use iced::widget::{Row, column};

use super::super::{KindChoice, KindMessage, Message, Roster};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{field, text, toggle};
use crate::i18n::Tr;

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
    let toggles = KindChoice::ALL.map(|choice| {
        let message = Message::Kind(KindMessage::Choose(choice));
        toggle(choice.id(), word(choice, tr), "", choice == now, message)
    });
    let toggles = Row::with_children(toggles).spacing(6).wrap().vertical_spacing(6);
    let label = text(tr.roster_screen_kind()).small().ink(Ink::Text2);
    let part = column![column![label, toggles].spacing(2)].spacing(size::TIGHT);
    let grade = || {
        let wrong = roster.grade_is_wrong().then(|| tr.roster_screen_grade_wrong());
        field("grade", tr.roster_screen_grade(), roster.grade(), |typed| {
            Message::Kind(KindMessage::Grade(typed))
        })
        .hint(tr.roster_screen_teacher_none())
        .error(wrong)
        .on_submit(Message::Kind(KindMessage::SaveGrade))
        .into()
    };
    let grade: Option<Element<'a, Message>> = now.has_grade().then(grade);
    Some(part.push(grade).into())
}
