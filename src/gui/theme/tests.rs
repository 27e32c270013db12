use iced::advanced::graphics::text::{cosmic_text::fontdb, font_system};
use iced::{Color, font::Weight};

use super::{Breadth, Palette, Theme, font};

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(color: Color) -> f32 {
    let linear = color.into_linear();
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

type Pair = (&'static str, fn(&Palette) -> Color, fn(&Palette) -> Color, [f32; 3]);

/// The table of `looks.md`: light, dark, high contrast.
fn pairs() -> Vec<Pair> {
    vec![
        ("text on side", |p| p.text, |p| p.side, [13.6, 15.3, 21.0]),
        ("text on head", |p| p.text, |p| p.head, [14.3, 11.4, 16.7]),
        ("text on accentsoft", |p| p.text, |p| p.accentsoft, [14.0, 10.4, 14.8]),
        ("text on badsoft", |p| p.text, |p| p.badsoft, [14.2, 11.4, 17.5]),
        ("text2 on side", |p| p.text2, |p| p.side, [6.8, 10.0, 21.0]),
        ("text2 on accentsoft", |p| p.text2, |p| p.accentsoft, [7.0, 6.8, 14.8]),
        ("text2 on badsoft", |p| p.text2, |p| p.badsoft, [7.1, 7.4, 17.5]),
        ("text2 on warnsoft", |p| p.text2, |p| p.warnsoft, [7.4, 7.2, 15.9]),
        ("text3 on side", |p| p.text3, |p| p.side, [4.8, 7.4, 16.2]),
        ("text3 on accentsoft", |p| p.text3, |p| p.accentsoft, [4.9, 5.1, 11.4]),
        ("text3 on badsoft", |p| p.text3, |p| p.badsoft, [5.0, 5.5, 13.5]),
        ("text3 on warnsoft", |p| p.text3, |p| p.warnsoft, [5.2, 5.3, 12.3]),
        ("accent on side", |p| p.accent, |p| p.side, [6.0, 8.9, 12.8]),
        ("accent on accentsoft", |p| p.accent, |p| p.accentsoft, [6.2, 6.1, 9.0]),
        ("onaccent on accent", |p| p.onaccent, |p| p.accent, [7.4, 8.6, 12.8]),
        ("ok on side", |p| p.ok, |p| p.side, [5.6, 9.9, 15.8]),
        ("ok on oksoft", |p| p.ok, |p| p.oksoft, [5.8, 7.2, 12.4]),
        ("warn on warnsoft", |p| p.warn, |p| p.warnsoft, [6.0, 7.6, 11.5]),
        ("warn on accentsoft", |p| p.warn, |p| p.accentsoft, [5.7, 7.2, 10.7]),
        ("bad on badsoft", |p| p.bad, |p| p.badsoft, [6.4, 7.0, 9.3]),
        ("bad on accentsoft", |p| p.bad, |p| p.accentsoft, [6.3, 6.4, 7.9]),
        ("prop on propsoft", |p| p.prop, |p| p.propsoft, [6.6, 7.0, 11.2]),
        ("prop on surface", |p| p.prop, |p| p.surface, [7.8, 8.3, 13.5]),
        ("control on side", |p| p.control, |p| p.side, [3.2, 5.3, 21.0]),
        ("control on head", |p| p.control, |p| p.head, [3.4, 4.0, 16.7]),
        ("control on accentsoft", |p| p.control, |p| p.accentsoft, [3.3, 3.6, 14.8]),
        ("control on surface", |p| p.control, |p| p.surface, [3.9, 4.6, 21.0]),
        ("ring on surface", |p| p.ring, |p| p.surface, [12.6, 11.4, 19.6]),
        ("ring on badsoft", |p| p.ring, |p| p.badsoft, [10.8, 9.6, 16.3]),
        ("ring2 on accent", |p| p.ring2, |p| p.accent, [7.4, 8.5, 12.8]),
        ("ring2 on ring", |p| p.ring2, |p| p.ring, [12.6, 12.3, 19.6]),
    ]
}

#[test]
fn contrast_is_what_the_table_says() {
    let mut wrong = Vec::new();
    for (name, front, back, expected) in pairs() {
        let least = if name.starts_with("control") || name.starts_with("ring") { 3.0 } else { 4.5 };
        for (theme, expected) in Theme::ALL.into_iter().zip(expected) {
            let palette = theme.palette();
            let ratio = contrast(front(palette), back(palette));
            if (ratio - expected).abs() > 0.06 || ratio < least {
                wrong.push(format!("{name} in {theme:?}: {ratio:.2}, the table says {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn both_weights_come_from_the_shipped_files() {
    font::load();
    font::load();
    let mut fonts = font_system().write().unwrap();
    let database = fonts.raw().db_mut();
    for (weight, bytes) in [(fontdb::Weight::NORMAL, 10_370_940), (fontdb::Weight::BOLD, 2_882_824)] {
        let id = database
            .query(&fontdb::Query {
                families: &[fontdb::Family::Name(font::FAMILY)],
                weight,
                ..fontdb::Query::default()
            })
            .unwrap();
        let face = database.face(id).unwrap();
        assert_eq!(face.weight, weight);
        assert_eq!(database.with_face_data(id, |data, _| data.len()).unwrap(), bytes);
    }
    assert_eq!(font::BOLD.weight, Weight::Bold);
    let ours = database.faces().filter(|f| f.families.iter().any(|(n, _)| n == font::FAMILY)).count();
    assert!(ours >= 2, "{ours}");
}

#[test]
fn breadth_follows_the_effective_width() {
    let classes = [1024.0, 960.0, 959.0, 680.0, 512.0].map(Breadth::of);
    assert_eq!(classes, [Breadth::Wide, Breadth::Wide, Breadth::Middle, Breadth::Middle, Breadth::Narrow]);
}
