//! The reporting clock that ends first, on every screen where somebody may forget it: 今天 and the tabs of 追踪; and what is
//! due in 追踪, the number at its name in words.

use chrono::{NaiveDateTime, TimeDelta};
use iced::Alignment;
use iced::widget::row;

use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{Icon, banner, button, text};
use crate::i18n::Tr;

/// The strip; nothing where no clock runs.
pub fn clock_strip<'a, M: Clone + 'a>(context: &Context, open: M) -> Option<Element<'a, M>> {
    let (tr, clock) = (&context.tr, context.shell.clock.as_ref()?);
    let late = context.now > clock.due;
    let (tone, ink) = if late { (Tone::Bad, Ink::Bad) } else { (Tone::Warn, Ink::Warn) };
    let sign = if late { Icon::TriangleAlert } else { Icon::Clock };
    let right = text(left(clock.due, context.now, tr)).bold().ink(ink).line();
    let open = button(tr.case_open_it()).small().id("next-clock").on_press(open);
    // One line: the lists below need the room.
    let right = row![right, open].spacing(size::GAP).align_y(Alignment::Center);
    Some(banner(tone, clock.words.clone()).icon(sign).quiet().right(right).into())
}

/// The strip in one line, for a low window whose list needs the room.
pub fn low_strip<'a, M: Clone + 'a>(context: &Context, open: M) -> Option<Element<'a, M>> {
    let clock = context.shell.clock.as_ref()?;
    let ink = if context.now > clock.due { Ink::Bad } else { Ink::Warn };
    let words = text(left(clock.due, context.now, &context.tr)).small().bold().ink(ink);
    let open = button(context.tr.case_open_it()).small().id("next-clock").on_press(open);
    Some(row![words, open].spacing(size::GAP).align_y(Alignment::Center).into())
}

/// 要办 5：打电话 3，病例计时 1，查看和查验 1; nothing where nothing is due.
pub fn due_words(context: &Context) -> Option<String> {
    let due = context.shell.due;
    (due.sum() > 0).then(|| context.tr.trace_due(due.calls, due.care, due.clocks, due.sum()))
}

/// From here on days are told: nobody reads 1537 hours.
const DAYS_FROM: TimeDelta = TimeDelta::days(2);

/// 剩 23 小时 00 分, or how long the hour has passed.
pub fn left(due: NaiveDateTime, now: NaiveDateTime, tr: &Tr) -> String {
    let gap = due - now;
    let (late, gap) = (gap < TimeDelta::zero(), gap.abs());
    if late && gap >= DAYS_FROM {
        return tr.case_over_days(gap.num_days());
    }
    let (hours, minutes) = (gap.num_hours(), format!("{:02}", gap.num_minutes() % 60));
    if late { tr.case_over(hours, &minutes) } else { tr.case_left(hours, &minutes) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::screen::Screen;
    use crate::gui::screen::bench::{SIZES, context, no_text_is_cut, tab_reaches_all, whole};
    use crate::gui::screen::today::Today;
    use crate::gui::screen::trace::{Tab, Trace, TracePlace};
    use crate::gui::theme::Breadth;
    use crate::gui::widget::stage::Stage;
    use crate::i18n::Language;
    use crate::ops::case::CaseDraft;
    use crate::ops::sample_book::{book, hand_in, morning, person, with};
    use crate::ops::{Answer, Book, Query};

    #[test]
    fn what_is_long_over_is_told_in_days() {
        let tr = Tr::new(Language::Chinese);
        let due: NaiveDateTime = "2026-11-23T10:00:00".parse().unwrap();
        let now = due + TimeDelta::days(64) + TimeDelta::minutes(10);
        assert_eq!(left(due, now, &tr), "已过 64 天");
        assert_eq!(left(due, due + TimeDelta::hours(3), &tr), tr.case_over(3, "00"));
    }

    /// A case and an absence, both of today.
    fn busy() -> (tempfile::TempDir, Book) {
        let (folder, mut book) = book();
        let ill = with(crate::domain::finding::Attendance::Ill, &["fever"]);
        let today = book.today();
        hand_in(&mut book, morning(1, today), &[(103, ill)]);
        let draft = CaseDraft { disease: "mumps".into(), ..CaseDraft::default() };
        let _ = book.open_case(person(104), &draft, None).unwrap();
        (folder, book)
    }

    fn loaded<S: Screen>(mut screen: S, book: &mut Book, context: &Context) -> S {
        for query in screen.queries(context) {
            let answer = book.load(&query).unwrap();
            let _ = screen.answered(answer, context);
        }
        screen
    }

    fn shown_on<S: Screen>(screen: &S, context: &Context, strip: bool, what: &str) {
        let size = (context.size.width, context.size.height);
        let mut stage = Stage::new(whole(screen, context), size);
        let words = stage.words();
        assert_eq!(words.contains(&context.tr.case_open_it()), strip, "{what}: {words:?}");
        let low = context.breadth() == Breadth::Narrow;
        assert!(low || words.contains(&due_words(context).unwrap()), "{what}: {words:?}");
        no_text_is_cut(&mut stage, &screen.view(context).keys, what);
        tab_reaches_all(&mut stage, context, what);
    }

    #[test]
    fn the_clock_that_ends_first_stands_on_today_and_on_every_tab() {
        let (_folder, mut book) = busy();
        for (language, size) in Language::ALL.into_iter().flat_map(|it| SIZES.map(|size| (it, size))) {
            book.set_language(language);
            let mut here = context(language, size);
            let Answer::Shell(shell) = book.load(&Query::Shell).unwrap() else { panic!("the frame") };
            assert_eq!((shell.due.calls, shell.due.clocks, shell.due.sum()), (1, 1, 2));
            here.shell.due = shell.due;
            here.shell.clock = shell.clock;
            let clock = here.shell.clock.clone().unwrap();
            assert_eq!(clock.person, Some(person(104)));
            let today = loaded(Today::new(here.now.date(), None), &mut book, &here);
            let seen = Stage::new(whole(&today, &here), size).words().join("\n");
            assert!(seen.contains(&clock.words), "{size:?}: {seen}");
            for tab in [Tab::Open, Tab::Cases, Tab::Closed, Tab::Returns] {
                let trace = loaded(Trace::at(TracePlace { tab, person: None }), &mut book, &here);
                shown_on(&trace, &here, tab != Tab::Cases, &format!("{tab:?} {size:?}"));
            }
        }
    }
}
