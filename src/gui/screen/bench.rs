//! The test bench of screens: a screen in its frame, in every language and at every size.

// A test bench fails tests by panicking.
#![allow(clippy::missing_panics_doc)]

use iced::Size;

use super::{Page, Screen};
use crate::domain::rule_book::RuleBook;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::{FrameContent, LastAction, NavItem, Saved, frame};
use crate::gui::theme::Theme;
use crate::gui::widget::stage::Stage;
use crate::gui::widget::{Icon, State, focus};
use crate::i18n::{Language, Tr};
use crate::ops::shell::ShellView;

/// The sizes of real screens, and what is left of them at 150 % and 200 %.
pub(crate) const SIZES: [(f32, f32); 5] =
    [(1020.0, 690.0), (1024.0, 768.0), (1366.0, 768.0), (682.0, 460.0), (512.0, 384.0)];

/// What a screen of the sample school knows on 2026-11-23 at 09:12.
pub(crate) fn context(language: Language, size: (f32, f32)) -> Context {
    let now: chrono::NaiveDateTime = "2026-11-23T09:12:00".parse().unwrap();
    let mut shell = ShellView::before_opening(now.date());
    shell.school = "云坪镇石桥学校".to_owned();
    shell.operator = "王秀兰".to_owned();
    Context {
        tr: Tr::new(language),
        now,
        size: Size::new(size.0, size.1),
        theme: Theme::default(),
        scale: 100,
        rules: RuleBook::shipped().unwrap(),
        shell,
        work: None,
    }
}

/// The screen in its frame; `None`: a part of the frame.
pub(crate) fn whole<'a, S: Screen>(screen: &'a S, context: &'a Context) -> Element<'a, Option<S::Message>> {
    let Page { header, body, keys } = screen.view(context);
    let item = NavItem {
        icon: Icon::List,
        word: context.tr.frame_usb(),
        key: "F8".into(),
        badge: 0,
        current: true,
        on_press: None,
    };
    let frame_content = FrameContent {
        breadth: context.breadth(),
        school: context.shell.school.clone(),
        day: context.now.date().to_string(),
        week: context.tr.frame_no_term(),
        items: vec![item],
        settings: Vec::new(),
        saved: Saved { state: State::Nil, word: context.tr.frame_nothing_to_save(), on_press: None },
        backup: context.tr.frame_no_backup(),
        person: context.shell.operator.clone(),
        lock: None,
        header: header.map(Some),
        keys,
        last: LastAction { text: String::new(), undo: None, fresh: false },
    };
    frame(frame_content, body.map(Some))
}

/// No text is cut in either language at any size.
pub(crate) fn assert_nothing_cut<S: Screen>(screen: &S, what: &str) {
    for language in Language::ALL {
        for size in SIZES {
            let context = context(language, size);
            let cut = Stage::new(whole(screen, &context), size).overflow();
            assert!(cut.is_empty(), "{what}, {language:?}, {size:?}: {cut:#?}");
        }
    }
}

/// Tab goes to everything that can be operated, once round, and each has a name.
pub(crate) fn assert_tab_reaches_all<S: Screen>(screen: &S, what: &str) {
    let context = context(Language::Chinese, (1024.0, 768.0));
    let mut stage = Stage::new(whole(screen, &context), (1024.0, 768.0));
    let all = stage.stops().len();
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..all {
        let _ = stage.operate::<()>(focus::step(focus::Step::Next));
        reached.extend(stage.focused());
    }
    assert_eq!(reached.len(), all, "{what}: {:#?}", stage.stops());
}

/// A committed text arrives in the field of that name as a message.
pub(crate) fn committed<S: Screen>(screen: &S, field: &'static str, typed: &str) -> Vec<S::Message> {
    let context = context(Language::Chinese, (1024.0, 768.0));
    let mut stage = Stage::new(whole(screen, &context), (1024.0, 768.0));
    let _ = stage.operate::<()>(focus::step(focus::Step::To(field.into())));
    stage.commit(typed);
    stage.messages().into_iter().flatten().collect()
}

/// A picture of the screen in the system's temporary folder.
pub(crate) fn picture<S: Screen>(screen: &S, context: &Context, name: &str) {
    let size = (context.size.width, context.size.height);
    Stage::new(whole(screen, context), size).picture(context.theme, 1.0, name);
}
