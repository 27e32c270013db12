use chrono::Days;

use super::*;
use crate::domain::progress::Silent;
use crate::i18n::Language;
use crate::ops::print::{PrintRequest, PrintScope};
use crate::paper::layout::Sheet;
use crate::paper::layout::tests::assert_sound;

/// What is printed of a picture, its boxes judged.
fn printed(book: &mut Book, request: &PrintRequest) -> (usize, String) {
    let job = book.job(request, 0..usize::MAX, &mut Silent).unwrap();
    assert_sound(&job.document);
    let table = job.table.unwrap();
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "a whole table");
    let texts = job.document.sheets.iter().flat_map(Sheet::texts).map(|text| text.text.clone());
    (job.document.sheets.len(), texts.collect::<Vec<_>>().join(" "))
}

#[test]
fn every_picture_prints_soundly_over_a_week_a_month_and_a_term() {
    let (folder, script) = (tempfile::tempdir().unwrap(), Script::school());
    let mut book = outbreak(folder.path(), &script, script.days.len());
    let last = script.days.last().unwrap().0;
    for language in Language::ALL {
        book.set_language(language);
        for kind in PictureKind::ALL {
            for back in [6, 29, 150] {
                for split in Split::ALL {
                    let request = PrintRequest {
                        days: Some((last - Days::new(back), last)),
                        picture: PictureChoice { split, ..PictureChoice::default() },
                        ..PrintRequest::form(kind.form(), last)
                    };
                    let (_, text) = printed(&mut book, &request);
                    assert!(text.contains("云坪镇石桥学校"), "{kind:?}");
                }
            }
        }
    }
}

#[test]
fn sixty_classes_of_long_names_over_a_month_go_on_over_sheets() {
    let mut script = Script::school();
    script.classes.extend(
        (0..60 - script.classes.len()).map(|n| (format!("六年级（科技创新与劳动实践实验）{}班", n + 20), 12)),
    );
    let folder = tempfile::tempdir().unwrap();
    let mut book = outbreak(folder.path(), &script, script.days.len());
    let last = script.days.last().unwrap().0;
    for language in Language::ALL {
        book.set_language(language);
        let days = Some((last - Days::new(30), last));
        let (sheets, text) =
            printed(&mut book, &PrintRequest { days, ..PrintRequest::form("picture-heat", last) });
        assert!((2..=4).contains(&sheets), "{sheets} sheets");
        assert_eq!(text.matches("科技创新").count(), 60 - Script::school().classes.len(), "each class once");
    }
}

#[test]
fn a_picture_of_a_class_and_of_the_term_until_a_day_prints_as_well() {
    let (folder, script) = (tempfile::tempdir().unwrap(), Script::class());
    let mut book = outbreak(folder.path(), &script, script.days.len());
    let day = script.days.last().unwrap().0;
    let group = book.find_class(&script.classes[0].0, day).unwrap().group;
    for kind in PictureKind::ALL {
        let request =
            PrintRequest { scope: PrintScope::Group(group), ..PrintRequest::form(kind.form(), day) };
        let (_, text) = printed(&mut book, &request);
        assert!(text.contains(&book.group_info(group).unwrap().short), "{kind:?}: {text}");
    }
}
