//! A text field with its label and its error.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{Icon, field}};
//! let name: Element<'_, String> = field("name", "姓名", "王小明", |typed| typed).error(Some("要有姓名")).into();
//! let find: Element<'_, String> = field("find", "", "", |typed| typed).hint("找表单").lead(Icon::Search).width(200).into();
//! ```

use std::borrow::Cow;

use iced::advanced::text::LineHeight;
use iced::advanced::widget::Id;
use iced::widget::{column, container, row, stack, text_input};
use iced::{Alignment, Length, Padding, Pixels};

use super::{Icon, icon, text};
use crate::gui::Element;
use crate::gui::theme::{self, Ink, Theme, size};

/// A field whose every change is a message. The value belongs to the screen; the input method commits into it.
pub fn field<'a, M>(
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    value: &'a str,
    on_input: impl Fn(String) -> M + 'a,
) -> Field<'a, M> {
    Field {
        id: id.into(),
        label: label.into(),
        value,
        on_input: Box::new(on_input),
        on_submit: None,
        hint: "".into(),
        error: None,
        lead: None,
        secure: false,
        low: false,
        width: Length::Fill,
    }
}

/// A field as a part of a view.
pub struct Field<'a, M> {
    id: Id,
    label: Cow<'a, str>,
    value: &'a str,
    on_input: Box<dyn Fn(String) -> M + 'a>,
    on_submit: Option<M>,
    hint: Cow<'a, str>,
    error: Option<Cow<'a, str>>,
    lead: Option<Icon>,
    secure: bool,
    low: bool,
    width: Length,
}

impl<'a, M> Field<'a, M> {
    /// What Enter means; nothing irreversible, since some input methods let Enter through.
    pub fn on_submit(mut self, message: M) -> Self {
        self.on_submit = Some(message);
        self
    }

    /// Shown while the field is empty.
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What is wrong, under the field.
    pub fn error(mut self, error: Option<impl Into<Cow<'a, str>>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// An icon inside at the left.
    pub const fn lead(mut self, picture: Icon) -> Self {
        self.lead = Some(picture);
        self
    }

    /// Shows dots: passwords.
    pub const fn secure(mut self) -> Self {
        self.secure = true;
        self
    }

    /// 28 px high, as in forms.
    pub const fn small(mut self) -> Self {
        self.low = true;
        self
    }

    /// Its width; all there is by default.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }
}

impl<'a, M: Clone + 'a> From<Field<'a, M>> for Element<'a, M> {
    fn from(field: Field<'a, M>) -> Self {
        let Field { id, label, value, on_input, on_submit, hint, error, lead, secure, low, width } = field;
        let wrong = error.is_some();
        let height = if low { size::CONTROL_SMALL } else { size::CONTROL };
        let above = (height - size::BODY.line) / 2.0;
        let left = if lead.is_some() { 34.0 } else { 10.0 };
        let input = text_input(&hint, value)
            .id(id)
            .on_input(on_input)
            .on_submit_maybe(on_submit)
            .secure(secure)
            .width(width)
            .size(size::BODY.size)
            .line_height(LineHeight::Absolute(Pixels(size::BODY.line)))
            .padding(Padding { top: above, bottom: above, left, right: 10.0 })
            .style(move |theme: &Theme, status| theme::field(*theme, status, wrong));
        let input: Element<'a, M> = match lead {
            None => input.into(),
            Some(picture) => {
                let sign = container(icon(picture).ink(Ink::Text2))
                    .height(height)
                    .align_y(Alignment::Center)
                    .padding(Padding { left: 10.0, ..Padding::ZERO });
                stack![input, sign].into()
            }
        };
        let label = (!label.is_empty()).then(|| text(label).small().ink(Ink::Text2));
        column![].push(label).push(input).push(error.map(error_line)).spacing(2).width(width).into()
    }
}

/// What is wrong with the thing above it.
pub fn error_line<'a, M: 'a>(words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    let sign = container(icon(Icon::TriangleAlertHollow).side(size::ICON_CHIP).ink(Ink::Bad)).padding([3, 0]);
    row![sign, text(words).small().ink(Ink::Bad)].spacing(size::TIGHT).into()
}
