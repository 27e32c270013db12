//! What the parts have in common: the choice of the part above, a list beside what is chosen in it.

use iced::Length::{Fill, FillPortion, Fixed, Shrink};
use iced::widget::{Column, column, container, row};
use iced::{Alignment, Padding};

use super::{Message, Part};
use crate::domain::group::Group;
use crate::domain::id::BatchId;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, button, panel, scroll, segments, text};
use crate::ops::home::HomeGroup;

/// The page of a part under the choice of the part.
pub(super) fn over<'a, M: Clone + 'a>(
    part: Part,
    page: Page<'a, M>,
    wrap: fn(M) -> Message,
    context: &'a Context,
) -> Page<'a, Message> {
    let words = Part::ALL.map(|part| (part, part.word(&context.tr)));
    let parts = segments("home-part", words, part, Message::Part);
    let (gap, edge) = (context.breadth().gap(), context.breadth().edge());
    let parts = container(parts).padding(Padding { top: gap, left: edge, right: edge, bottom: 0.0 });
    let body = column![parts, page.body.map(wrap)].height(Fill).into();
    Page { header: page.header.map(wrap), body, keys: page.keys }
}

/// The header of all parts.
pub(super) fn header<'a, M: Clone + 'a>(context: &Context) -> Header<'a, M> {
    Header::new(context.tr.frame_trace())
}

/// A list at the left and what is chosen at the right, one below the other where there is no room.
pub(super) fn side_by_side<'a, M: Clone + 'a>(
    list: Element<'a, M>,
    detail: Option<Element<'a, M>>,
    context: &Context,
) -> Element<'a, M> {
    let (gap, edge) = (context.breadth().gap(), context.breadth().edge());
    let body: Element<'a, M> = if context.breadth() == Breadth::Wide {
        let left = scroll(container(list).width(Fill)).id("home-list").height(Fill);
        let right = scroll(column![].push(detail).width(Fill)).id("home-detail").height(Fill);
        row![container(left).width(Fixed(350.0)), container(right).width(FillPortion(1))]
            .spacing(size::INSIDE)
            .height(Fill)
            .into()
    } else {
        scroll(column![].push(detail).push(list).spacing(gap)).id("home-list").height(Fill).into()
    };
    container(body).padding([gap, edge]).height(Fill).into()
}

/// A part whose content stands alone.
pub(super) fn alone<'a, M: Clone + 'a>(part: Element<'a, M>, context: &Context) -> Element<'a, M> {
    let (gap, edge) = (context.breadth().gap(), context.breadth().edge());
    scroll(container(part).padding([gap, edge])).id("home-list").height(Fill).into()
}

/// A panel with parts one below the other.
pub(super) fn sheet<'a, M: Clone + 'a>(title: String, parts: Vec<Element<'a, M>>) -> Element<'a, M> {
    let parts = Column::with_children(parts).spacing(size::INSIDE).padding(size::INSIDE).width(Fill);
    panel(parts).height(Shrink).head(title, None::<Element<'a, M>>).into()
}

/// What choosing a batch and a group means.
pub(super) type Pick<M> = (fn(BatchId) -> M, fn(Group) -> M);

/// The batches where there are several, and the group with those before and after it.
pub(super) fn picker<'a, M: Clone + 'a>(
    batches: &'a [(BatchId, String, chrono::NaiveDate)],
    batch: Option<BatchId>,
    groups: &'a [HomeGroup],
    group: Option<Group>,
    (on_batch, on_group): Pick<M>,
    context: &Context,
) -> Element<'a, M> {
    let tr = &context.tr;
    let words = batches.iter().map(|(id, name, day)| (*id, tr.home_batch_of(name, &tr.day(*day))));
    let choice =
        batch.filter(|_| batches.len() > 1).map(|batch| segments("home-batch", words, batch, on_batch));
    let at = groups.iter().position(|it| Some(it.group) == group);
    let beside = |step: isize| at.and_then(|at| groups.get(at.checked_add_signed(step)?));
    let turn = |it: Option<&'a HomeGroup>, id: &'static str, picture, key: &'static str| {
        let go = it.map(|it| on_group(it.group));
        button("").icon(picture).small().key(key).id(id).on_press_maybe(go)
    };
    let name = at.and_then(|at| groups.get(at)).map(|it| {
        let lacking = tr.home_group_state(&it.class, it.open, it.people, it.unrecorded);
        text(lacking).bold()
    });
    let group = row![
        turn(beside(-1), "group-before", Icon::ChevronLeft, ","),
        turn(beside(1), "group-after", Icon::ChevronRight, ".")
    ]
    .spacing(size::TIGHT)
    .align_y(Alignment::Center);
    let line = row![group].push(name).spacing(size::GAP).align_y(Alignment::Center).wrap();
    column![].push(choice).push(line.vertical_spacing(size::TIGHT)).spacing(size::GAP).into()
}

/// The group before or after in the list.
pub(super) fn turned(groups: &[HomeGroup], group: Option<Group>, step: isize) -> Option<Group> {
    let at = groups.iter().position(|it| Some(it.group) == group)?;
    groups.get(at.checked_add_signed(step)?).map(|it| it.group)
}

/// Words in the colour of hints.
pub(super) fn hint<'a, M: 'a>(words: String) -> Element<'a, M> {
    text(words).small().ink(Ink::Text2).into()
}
