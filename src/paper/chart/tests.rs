use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::axis::{tick_words, ticks};
use super::*;
use crate::domain::picture::{EpidemicCurve, Onset, Split, days};
use crate::i18n::{Language, Tr};

fn words(most: f64, count: usize, whole: bool) -> Vec<String> {
    ticks(most, count, whole).into_iter().map(tick_words).collect()
}

#[test]
fn ticks_are_whole_persons_and_round_shares() {
    assert_eq!(words(0.0, 5, true), ["0", "1"]);
    assert_eq!(words(3.0, 5, true), ["0", "1", "2", "3"]);
    assert_eq!(words(44.0, 6, true), ["0", "10", "20", "30", "40", "50"]);
    assert_eq!(words(0.31, 4, false), ["0", "0.1", "0.2", "0.3", "0.4"]);
    assert_eq!(words(7.4, 4, false), ["0", "2", "4", "6", "8"]);
    for most in 0..400 {
        let all = ticks(f64::from(most), 6, true);
        assert!(all.len() <= 7 && *all.last().unwrap() >= f64::from(most), "{most}: {all:?}");
        assert!(all.iter().all(|tick| tick.fract() == 0.0), "{most}: {all:?}");
    }
}

#[test]
fn hatching_stays_in_its_region_and_out_of_its_hole() {
    let fonts = Fonts::shipped();
    let frame = Frame { x: 11.3, y: 7.9, width: 6.1, height: 9.7 };
    for part in 0..8 {
        let mut board = Board::new(&fonts, 3.0);
        board.part(frame, part, Some("B"));
        for item in &board.pen.items {
            let [left, top, right, bottom] = item.bounds();
            let inside = left >= frame.x - 0.01 && top >= frame.y - 0.01;
            let inside =
                inside && right <= frame.x + frame.width + 0.01 && bottom <= frame.y + frame.height + 0.01;
            assert!(inside, "part {part}: {item:?}");
        }
        let centre = [frame.x + frame.width / 2.0, frame.y + frame.height / 2.0];
        let strokes = board.pen.items.iter().filter_map(|item| match item {
            Item::Strokes(strokes) => Some(strokes),
            _ => None,
        });
        for [from, to] in strokes.flat_map(|strokes| &strokes.lines) {
            // No stroke crosses the middle of the letter.
            let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
            let length = dx.hypot(dy);
            let along = ((centre[0] - from[0]) * dx + (centre[1] - from[1]) * dy) / length;
            let off = ((centre[0] - from[0]) * dy - (centre[1] - from[1]) * dx).abs() / length;
            assert!(off > 0.9 || along < 0.0 || along > length, "part {part}: {from:?} {to:?}");
        }
    }
}

#[test]
fn parts_look_different_without_colour() {
    let fonts = Fonts::shipped();
    let frame = Frame { x: 0.0, y: 0.0, width: 6.0, height: 6.0 };
    let look = |part: usize| {
        let mut board = Board::new(&fonts, 3.0);
        board.part(frame, part, None);
        let grounds: Vec<String> = board
            .pen
            .items
            .iter()
            .map(|item| match item {
                Item::Rect(rect) => format!("{:?}", rect.fill.map(Ink::brightness)),
                Item::Strokes(strokes) => format!("{:?}", strokes.lines),
                _ => String::new(),
            })
            .collect();
        grounds.join(" ")
    };
    let looks: BTreeSet<String> = (0..8).map(look).collect();
    assert_eq!(looks.len(), 8);
}

#[test]
fn each_day_can_be_asked_about_whatever_the_width() {
    let fonts = Fonts::shipped();
    let from = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    let ill = Onset {
        person: crate::domain::id::PersonId(uuid::Uuid::from_u128(1)),
        day: from,
        group: None,
        codes: BTreeSet::new(),
    };
    for count in [1_u64, 7, 28, 140] {
        let days = days(from, from + chrono::Days::new(count - 1), |_| true);
        for split in Split::ALL {
            let curve = EpidemicCurve::of(std::slice::from_ref(&ill), &days, split, 7);
            let names = vec!["不明".to_owned(); curve.series.len()];
            let chart = CurveChart { curve: &curve, names: &names, alerts: &BTreeSet::new() };
            for language in Language::ALL {
                let frame = Frame { x: 0.0, y: 0.0, width: 180.0, height: 90.0 };
                let drawn = chart.draw(&fonts, frame, 3.4, &Tr::new(language));
                assert_eq!(drawn.spots.len(), count as usize, "{count} {split:?}");
                for item in &drawn.items {
                    let [left, top, right, bottom] = item.bounds();
                    assert!(left >= -0.5 && top >= -0.5 && right <= 181.0 && bottom <= 90.5, "{item:?}");
                }
            }
        }
    }
}
