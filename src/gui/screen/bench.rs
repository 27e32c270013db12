//! The test bench of screens: a screen in its frame, in every language and at every size.

// A test bench fails tests by panicking.
#![allow(clippy::missing_panics_doc)]

use std::collections::HashSet;

use iced::Size;
use iced::advanced::widget::{Id, operation};

use super::{Page, Screen};
use crate::domain::rule_book::RuleBook;
use crate::gui::Element;
use crate::gui::app::frame::{FOOT, SCREENS, items};
use crate::gui::context::Context;
use crate::gui::frame::{FrameContent, LastAction, Saved, frame};
use crate::gui::route::Place;
use crate::gui::theme::Theme;
use crate::gui::widget::stage::{Ring, Stage};
use crate::gui::widget::{KeyHint, State, focus};
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
        saved_in: None,
    }
}

/// The screen in its frame; `None`: a part of the frame.
pub(crate) fn whole<'a, S: Screen>(screen: &'a S, context: &'a Context) -> Element<'a, Option<S::Message>> {
    let Page { header, body, keys } = screen.view(context);
    let items = |places| items(places, Some(Place::Usb), &context.tr, |_| None);
    let frame_content = FrameContent {
        breadth: context.breadth(),
        side: context.side(),
        school: context.shell.school.clone(),
        day: context.now.date().to_string(),
        week: context.tr.frame_no_term(),
        items: items(&SCREENS),
        settings: items(&FOOT),
        saved: Saved {
            state: State::Nil,
            word: context.tr.frame_nothing_to_save(),
            hour: None,
            on_press: None,
        },
        backup: context.tr.frame_no_backup(),
        person: context.shell.operator.clone(),
        lock: None,
        header: header.map(Some),
        keys,
        last: LastAction { text: String::new(), undo: None, fresh: false },
    };
    frame(frame_content, body.map(Some))
}

/// The screen without a frame.
pub(crate) fn bare<'a, S: Screen>(screen: &'a S, context: &'a Context) -> Element<'a, S::Message> {
    screen.view(context).body
}

/// Puts a view on the bench in every language at every size.
pub(crate) fn everywhere<S, M>(
    shown: &S,
    view: for<'a> fn(&'a S, &'a Context) -> Element<'a, M>,
    what: &str,
    check: impl Fn(&mut Stage<'_, M>, &Context, &str),
) {
    for language in Language::ALL {
        for size in SIZES {
            let context = context(language, size);
            let mut stage = Stage::new(view(shown, &context), size);
            check(&mut stage, &context, &format!("{what}, {language:?}, {size:?}"));
        }
    }
}

/// Nothing is cut off: no text in either language at any size, and on the smallest real screen no control from Tab,
/// no ring from sight and no field from the input method.
pub(crate) fn assert_nothing_cut<S: Screen>(screen: &S, what: &str) {
    everywhere(screen, whole::<S>, what, |stage, context, what| {
        let keys = screen.view(context).keys;
        no_text_is_cut(stage, &keys, what);
        if (context.size, context.tr.language()) == (SIZES[0].into(), Language::default()) {
            tab_reaches_all(stage, context, what);
        }
    });
}

/// Tab goes once round everything that can be operated, in either language at every size.
pub(crate) fn assert_tab_reaches_all<S: Screen>(screen: &S, what: &str) {
    everywhere(screen, whole::<S>, what, tab_reaches_all);
}

/// How many keys the bottom bar always has room for.
const KEYS: usize = 3;

/// No text is cut, and no key is left out but the last ones.
pub(crate) fn no_text_is_cut<M>(stage: &mut Stage<'_, M>, keys: &[KeyHint], what: &str) {
    let mut cut = stage.overflow();
    let spare = |text: &String| keys.iter().skip(KEYS).any(|hint| [&hint.key, &hint.word].contains(&text));
    cut.retain(|cut| !spare(&cut.text));
    assert!(cut.is_empty(), "{what}: {cut:#?}");
}

/// Tab goes once round everything that can be operated; each has a name of its own and, when it is reached, the only
/// ring, wholly in sight. Each text field takes what an input method commits.
pub(crate) fn tab_reaches_all<M: std::fmt::Debug>(stage: &mut Stage<'_, M>, context: &Context, what: &str) {
    let stops = stage.stops();
    let names: HashSet<_> = stops.iter().filter_map(|stop| stop.id.clone()).collect();
    assert_eq!(names.len(), stops.len(), "{what}, names: {stops:#?}");
    for (at, stop) in stops.iter().enumerate() {
        let _ = stage.operate::<()>(focus::step(focus::Step::Next));
        assert_eq!(stage.focused(), Some(at), "{what}: {stops:#?}");
        let rings = stage.rings(context.theme);
        let [Ring { bounds, seen: Some(seen) }] = rings[..] else { panic!("{what}, {stop:?}: {rings:?}") };
        let whole = seen.width >= bounds.width - 1.0 && seen.height >= bounds.height - 1.0;
        assert!(whole, "{what}, {stop:?}: {rings:?}");
        if let (Some(id), true) = (&stop.id, stop.field) {
            assert_commits(stage, id, what);
        }
    }
}

/// A day, since a field of days takes nothing else.
const COMMITTED: &str = "2026-09-01";

fn assert_commits<M: std::fmt::Debug>(stage: &mut Stage<'_, M>, field: &Id, what: &str) {
    let _ = stage.operate::<()>(operation::text_input::select_all(field.clone()));
    stage.messages();
    stage.commit(COMMITTED);
    let messages = stage.messages();
    assert!(format!("{messages:?}").contains(COMMITTED), "{what}, {field:?}: {messages:?}");
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
