//! The chosen row with its answers: both records of a doubtful row, value by value; the book's or the file's value;
//! staying or leaving; all changes of a changed row. Values stand there whole.

use iced::Alignment;
use iced::Length::{Fill, Fixed};
use iced::widget::{Column as Stack, Row, column, container, row, space};

use serde_json::Value;

use super::super::line::Kind;
use super::super::review::{FileRecord, Review, Settled};
use super::super::{Message, Verdict};
use super::rows::content::{reason, whole_value};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::roster::masked::masked;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Column, Columns, button, date_field, panel, segments, text};
use crate::ops::roster::import::{Candidate, Decision, FieldChange, RowAction, import_words};

/// Name, class, birth, 学籍号, 身份证号 and telephone in words.
type Record = [String; 6];

/// Place of the first number in it.
const NUMBERS: usize = 3;

/// `None` where nothing more is to be said or decided of the chosen row.
pub(super) fn panel_of<'a>(review: &'a Review, context: &'a Context) -> Option<Element<'a, Message>> {
    let (kind, at) = review.selected;
    match kind {
        Kind::Doubtful => doubtful(review, at, context),
        Kind::Kept => kept(review, at, context),
        Kind::Missing => missing(review, at, context),
        Kind::Changed => changed(review, at, context),
        // The row shortens what is long; here it stands whole.
        Kind::Rejected | Kind::Warned | Kind::NoId | Kind::Later => reason(review, kind, at, &context.tr)
            .map(|words| panel(container(text(words)).padding(size::GAP).width(Fill)).into()),
        _ => None,
    }
}

fn frame<'a>(
    words: String,
    answers: impl Into<Element<'a, Message>>,
    more: Option<Element<'a, Message>>,
    context: &Context,
) -> Element<'a, Message> {
    let answers = answers.into();
    let head: Element<'a, Message> = if context.breadth() == Breadth::Wide {
        row![text(words).bold().shorten().width(Fill), answers]
            .spacing(size::GAP)
            .align_y(Alignment::Center)
            .into()
    } else {
        // Beside each other where there is room.
        let head = row![text(words).bold(), answers].spacing(size::GAP).align_y(Alignment::Center);
        head.wrap().vertical_spacing(size::TIGHT).into()
    };
    panel(container(column![head].push(more).spacing(size::TIGHT)).padding(size::GAP)).into()
}

fn doubtful<'a>(review: &'a Review, at: usize, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let planned = review.row(Kind::Doubtful, at)?;
    let candidates = review.candidates(at);
    let decision = review.decision(at);
    let chosen = match decision {
        Some(Settled::As(Decision::Person(key))) => {
            candidates.iter().position(|candidate| candidate.key == key)
        }
        _ => None,
    };
    let shown = chosen.unwrap_or(0);
    let words = if candidates.len() > 1 {
        tr.import_decide_of(shown + 1, candidates.len(), &planned.name, planned.origin.row)
    } else {
        tr.import_decide_row(&planned.name, planned.origin.row)
    };
    let verdict = decision.map(|settled| match settled {
        Settled::As(Decision::Person(_)) => Verdict::Same,
        Settled::As(Decision::New) => Verdict::Other,
        Settled::Out => Verdict::Skip,
    });
    let same = (!candidates.is_empty()).then(|| (Some(Verdict::Same), tr.keys_same()));
    let others = [(Some(Verdict::Other), tr.keys_other()), (Some(Verdict::Skip), tr.keys_skip())];
    let answers = segments("verdict", same.into_iter().chain(others), verdict, answer);
    let own = review.record(&planned.origin).map(of_file)?;
    let book = candidates.get(shown).map(of_book);
    Some(frame(words, answers, Some(records(&own, book.as_ref(), context)), context))
}

fn answer(verdict: Option<Verdict>) -> Message {
    Message::Decide(verdict.unwrap_or(Verdict::Skip))
}

/// Both records in columns, what differs in bold; in a smaller window as words that go on in a second line.
fn records<'a>(own: &Record, book: Option<&Record>, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if context.breadth() != Breadth::Wide {
        let line = |word: String, record: &Record, other: Option<&Record>| {
            let mut words: Vec<Element<'a, Message>> = vec![text(word).small().ink(Ink::Text2).into()];
            words.extend(record.iter().enumerate().filter(|(_, value)| !value.is_empty()).map(
                |(at, value)| {
                    let differs = other.is_some_and(|other| other.get(at) != Some(value));
                    text(value.clone()).bold_if(differs).into()
                },
            ));
            Row::with_children(words).spacing(size::GAP).align_y(Alignment::Center).wrap().into()
        };
        let lines = [
            Some(line(tr.import_decide_file(), own, book)),
            book.map(|book| line(tr.import_decide_roster(), book, Some(own))),
        ];
        return Stack::with_children(lines.into_iter().flatten()).spacing(size::TIGHT).into();
    }
    let columns = Columns::new(vec![
        Column::new("", Fixed(56.0)),
        Column::new(tr.roster_field_name(), Fill),
        Column::new(tr.roster_field_class(), Fixed(112.0)),
        Column::new(tr.roster_field_birth(), Fixed(104.0)),
        Column::new(tr.roster_field_student_no(), Fixed(160.0)),
        Column::new(tr.roster_field_id_number(), Fixed(160.0)),
        Column::new(tr.roster_screen_head_phone(), Fixed(128.0)),
    ]);
    let line = |word: String, record: &Record, other: Option<&Record>| {
        let mut cells: Vec<Element<'a, Message>> = vec![text(word).small().ink(Ink::Text2).line().into()];
        cells.extend(record.iter().enumerate().map(|(at, value)| {
            let differs = other.is_some_and(|other| other.get(at) != Some(value));
            let shown = if value.is_empty() { tr.import_empty() } else { value.clone() };
            let ink = if value.is_empty() { Ink::Text3 } else { Ink::Text };
            let words = text(shown).bold_if(differs && !value.is_empty()).ink(ink);
            // The ends of a number tell more than its middle.
            if at < NUMBERS { words.shorten().into() } else { words.small().shorten_middle().into() }
        }));
        container(columns.row(cells)).height(size::ROW).into()
    };
    let rows = [
        Some(line(tr.import_decide_file(), own, book)),
        book.map(|book| line(tr.import_decide_roster(), book, Some(own))),
    ];
    column![columns.head(), Stack::with_children(rows.into_iter().flatten())].into()
}

fn of_file(record: FileRecord<'_>) -> Record {
    let number = |value: &Option<String>| value.as_deref().map(masked).unwrap_or_default();
    match record {
        FileRecord::Pupil(pupil) => [
            pupil.name.clone(),
            pupil.class.as_ref().map(|class| class.written.clone()).unwrap_or_default(),
            pupil.birth.map(|day| day.to_string()).unwrap_or_default(),
            number(&pupil.student_no),
            number(&pupil.id_number),
            number(&pupil.guardian_phone),
        ],
        FileRecord::Staff(person) => [
            person.name.clone(),
            person.post.clone().unwrap_or_default(),
            person.birth.map(|day| day.to_string()).unwrap_or_default(),
            String::new(),
            number(&person.id_number),
            number(&person.phone),
        ],
    }
}

fn of_book(candidate: &Candidate) -> Record {
    let number = |value: &Option<String>| value.as_deref().map(masked).unwrap_or_default();
    [
        candidate.name.clone(),
        candidate.class.clone().unwrap_or_default(),
        candidate.birth.map(|day| day.to_string()).unwrap_or_default(),
        number(&candidate.student_no),
        number(&candidate.id_number),
        number(&candidate.phone),
    ]
}

fn kept<'a>(review: &'a Review, at: usize, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let planned = review.row(Kind::Kept, at)?;
    let conflict = planned.conflicts.get(review.kept_at(at))?;
    let words = tr.import_decide_kept(&import_words::field(tr, &conflict.field), &planned.name);
    let verdict = if review.takes(at) { Verdict::Other } else { Verdict::Same };
    let options = [(Verdict::Same, tr.import_keep_own()), (Verdict::Other, tr.import_take_file())];
    let answers = with_all(options, verdict, tr.import_all_file());
    let value = |word: String, value: &Value| -> Element<'a, Message> {
        let word = container(text(word).small().ink(Ink::Text2).line()).width(56).padding([3, 0]);
        row![word, text(whole_value(conflict, value, tr)).width(Fill)].spacing(size::GAP).into()
    };
    let values = column![
        value(tr.import_decide_roster(), &conflict.old),
        value(tr.import_decide_file(), &conflict.new)
    ];
    Some(frame(words, answers, Some(values.into()), context))
}

/// Every value that changes, old and new.
fn changed<'a>(review: &'a Review, at: usize, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let planned = review.row(Kind::Changed, at)?;
    let RowAction::Changed(_, changes) = &planned.action else { return None };
    let one = |change: &FieldChange| -> Element<'a, Message> {
        let (old, new) = (whole_value(change, &change.old, tr), whole_value(change, &change.new, tr));
        text(tr.import_change_whole(&import_words::field(tr, &change.field), &new, &old)).into()
    };
    let changes =
        Row::with_children(changes.iter().map(one)).spacing(size::EDGE).wrap().vertical_spacing(size::TIGHT);
    let words = tr.import_decide_row(&planned.name, planned.origin.row);
    Some(frame(words, space(), Some(changes.into()), context))
}

fn missing<'a>(review: &'a Review, at: usize, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let pupil = review.plan.not_in_file.get(at)?;
    let words = tr.import_decide_missing(&pupil.class, &pupil.name);
    let verdict = if review.leaves(at) { Verdict::Other } else { Verdict::Same };
    let options = [(Verdict::Same, tr.import_stays()), (Verdict::Other, tr.import_left())];
    let answers = with_all(options, verdict, tr.import_all_left());
    let wrong = review.left_day().is_none().then(|| tr.print_screen_bad_date());
    let day = review.has_leavers().then(|| {
        let field =
            date_field("left-on", "", review.left_on.as_str(), tr.date_hint(), wrong, Message::LeftOn);
        Element::from(
            row![text(tr.import_left_on()).line(), field].spacing(size::GAP).align_y(Alignment::Center),
        )
    });
    let sure = review.asking_all.map(|of| {
        let words = tr.import_all_left_sure(review.count(Kind::Missing), of);
        text(words).ink(Ink::Warn).into()
    });
    let later = review.leaves_later(at).map(|day| tr.import_later_checked(&day.to_string()));
    let more = sure.or(day).map(|more| {
        column![more].push(later.map(|words| text(words).ink(Ink::Warn))).spacing(size::TIGHT).into()
    });
    Some(frame(words, answers, more, context))
}

/// Two answers, and the second one for all.
fn with_all<'a>(options: [(Verdict, String); 2], verdict: Verdict, all: String) -> Element<'a, Message> {
    let answers = segments("verdict", options, verdict, Message::Decide);
    let all = button(all).key("A").id("all").on_press(Message::Decide(Verdict::All));
    row![answers, all].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT).into()
}
