//! The review on a small screen with large text: 1024×768 at 150 % and 200 %.

use super::*;
use crate::gui::screen::bench::whole;
use crate::gui::widget::focus::{Step, step};
use crate::gui::widget::stage::Stage;

/// Doubtful rows of namesakes in another class.
fn doubtful(rows: usize) -> (tempfile::TempDir, Book, Import, Context) {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[3]);
    let rows = |class: u32, phone: &str| -> String {
        let one = |at: usize| format!("三年级{class}班,乙{at},2017-03-02,女,,{phone},,\n");
        (0..rows).map(one).collect::<Vec<_>>().concat()
    };
    let first = table(&folder, &rows(1, "16311110217"));
    let mut import = opened(&first, &mut book, &context);
    act(&mut import, Message::Write, &mut book, &context);
    let import = opened(&table(&folder, &rows(2, "16311115520")), &mut book, &context);
    assert_eq!(import.review().unwrap().count(Kind::Doubtful), 8);
    (folder, book, import, context)
}

/// The texts in sight after the focus went to the chosen row.
fn seen(import: &Import, context: &Context) -> Vec<String> {
    let size = (context.size.width, context.size.height);
    let mut stage = Stage::new(whole(import, context), size);
    for effect in import.focus_line() {
        stage.operate::<()>(step(match effect {
            Effect::Focus(id) => Step::To(id),
            Effect::Reveal(id) => Step::Reveal(id),
            other => panic!("{other:?}"),
        }));
    }
    let rings = stage.rings(context.theme);
    let [ring] = &rings[..] else { panic!("{rings:?}") };
    let seen = ring.seen.unwrap_or_default();
    assert!(seen.height >= ring.bounds.height - 1.0, "the chosen row is cut: {ring:?}");
    stage.in_sight()
}

#[test]
fn the_chosen_row_both_records_and_all_buttons_stay_in_sight() {
    let (_folder, _book, mut import, _) = doubtful(8);
    for (language, size) in
        Language::ALL.into_iter().flat_map(|language| [(language, SIZES[3]), (language, SIZES[4])])
    {
        let context = context(language, size);
        let tr = &context.tr;
        for at in 0..8 {
            import.update(Message::Select(Kind::Doubtful, at), &context);
            let words = seen(&import, &context);
            let sees =
                |word: &str| assert!(words.iter().any(|it| it == word), "{at} {size:?} {word}: {words:?}");
            for word in [
                tr.import_decide_file(),
                tr.import_decide_roster(),
                "三年级2班".to_owned(),
                "三年级1班".to_owned(),
                tr.keys_same(),
                tr.keys_other(),
                tr.keys_skip(),
                tr.dialog_cancel(),
                tr.import_save_list(),
                tr.import_write(import.review().unwrap().to_write()),
            ] {
                sees(&word);
            }
        }
        let name = format!("import-low-{}-{language:?}", size.0);
        picture(&import, &context, &name);
    }
    assert_nothing_cut(&import, "many doubtful rows");
    assert_tab_reaches_all(&import, "many doubtful rows");
}
