use super::*;
use crate::domain::group::Group;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::bench::{everywhere, no_text_is_cut, tab_reaches_all};
use crate::gui::widget::{button, dialog_layer};
use crate::ops::check::CheckOp;

/// Every kind of dialog, with short and with long words.
fn all(long: bool) -> [Dialog; 6] {
    let times = if long { 12 } else { 1 };
    let words = "D:\\云坪镇石桥村九年一贯制寄宿学校 cannot be written, nothing was changed. ".repeat(times);
    let title = || "要把名册退回到导入以前吗？".repeat(times.min(3));
    let moment = |text: &str| text.parse().unwrap();
    [
        Dialog::Refused(Explanation::new("denied", title(), words.clone(), words.clone())),
        Dialog::ClockBehind { now: moment("2026-11-23T09:12:00"), last: moment("2026-11-24T17:05:00") },
        Dialog::Confirm {
            title: title(),
            text: words.clone(),
            action: "全部退回".into(),
            op: Box::new(Op::Undo(None)),
        },
        Dialog::Leave { text: words.clone(), route: Route::FirstStart },
        Dialog::Reason {
            op: Box::new(Op::Check(CheckOp::Confirm(sheet()))),
            typed: String::new(),
            empty: true,
        },
        Dialog::Reason { op: Box::new(Op::Check(CheckOp::Confirm(sheet()))), typed: words, empty: false },
    ]
}

fn sheet() -> SheetKey {
    let date = "2026-11-23".parse().unwrap();
    SheetKey { group: Group::Staff, date, session: Session::Morning }
}

/// The dialog over a page that has something to press.
fn over<'a>(dialog: &'a Dialog, context: &'a Context) -> Element<'a, Message> {
    let page = button("…").id("page").on_press(Message::Close);
    dialog_layer(page, Some(view(dialog, &context.tr, |message| message)))
}

#[test]
fn no_text_is_cut_and_tab_stays_in_front() {
    for dialog in all(false).into_iter().chain(all(true)) {
        everywhere(&dialog, over, &format!("{dialog:?}"), |stage, context, what| {
            no_text_is_cut(stage, &[], what);
            tab_reaches_all(stage, context, what);
            let first = stage.stops().into_iter().find_map(|stop| stop.id);
            assert_eq!(first, Some(dialog.first().into()), "{what}");
        });
    }
}
