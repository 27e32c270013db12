//! Rows that repeat a row of another sheet: a sheet of the whole school beside those of the classes. Whoever has the
//! same number is the same; without numbers whole sheets that recur are copies, and single rows are a question.

use std::collections::{HashMap, HashSet};

use super::merged_copy::MergedCopy;
use super::pupil_record::{PupilRecord, RecordClass};
use super::row_note::{RejectedRow, Rejection, RowOrigin};
use crate::domain::person_name;

/// Rows of one name that are compared with each other; more are no names.
const NAMESAKES: usize = 400;

/// Two rows on different sheets that may mean one pupil: the earlier and the later one.
#[derive(Debug, Clone, Copy)]
struct Pair {
    first: usize,
    second: usize,
    /// Both have the same number.
    sure: bool,
}

/// A row that was taken out, the row that it repeats and what it brought to that.
#[derive(Debug)]
pub(super) struct Copy {
    pub row: RejectedRow,
    pub kept: RowOrigin,
    pub merged: MergedCopy,
}

/// Takes copies out and answers with them; marks rows of which it is not certain.
pub(super) fn settle(pupils: &mut Vec<PupilRecord>) -> Vec<Copy> {
    let mut order: HashMap<Option<String>, usize> = HashMap::new();
    let mut sizes: Vec<usize> = Vec::new();
    let mut sheets: Vec<usize> = Vec::with_capacity(pupils.len());
    for pupil in pupils.iter() {
        let sheet = *order.entry(pupil.origin.sheet.clone()).or_insert(sizes.len());
        sizes.resize(sizes.len().max(sheet + 1), 0);
        sizes.iter_mut().skip(sheet).take(1).for_each(|size| *size += 1);
        sheets.push(sheet);
    }
    if sizes.len() < 2 {
        return Vec::new();
    }
    let sheet = |at: usize| sheets.get(at).copied().unwrap_or_default();
    let pairs = pairs(pupils, &sheet);
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for pair in &pairs {
        *shared.entry((sheet(pair.first), sheet(pair.second))).or_default() += 1;
    }
    let recurs = |pair: &Pair| {
        let both = (sheet(pair.first), sheet(pair.second));
        let count = shared.get(&both).copied();
        count == sizes.get(both.0).copied() || count == sizes.get(both.1).copied()
    };
    let mut gone: HashMap<usize, usize> = HashMap::new();
    for pair in &pairs {
        if gone.contains_key(&pair.first) || gone.contains_key(&pair.second) {
            continue;
        }
        let without = |at: usize| pupils.get(at).is_some_and(|pupil| pupil.class.is_none());
        let turned = without(pair.first) && !without(pair.second);
        let (kept, other) = if turned { (pair.second, pair.first) } else { (pair.first, pair.second) };
        if pair.sure || recurs(pair) {
            let _ = gone.insert(other, kept);
        } else {
            let repeated = pupils.get(kept).map(|pupil| pupil.origin.clone());
            if let Some(pupil) = pupils.get_mut(other) {
                pupil.repeats = repeated;
            }
        }
    }
    take_out(pupils, &gone)
}

fn take_out(pupils: &mut Vec<PupilRecord>, gone: &HashMap<usize, usize>) -> Vec<Copy> {
    let mut places: Vec<(usize, usize)> = gone.iter().map(|(at, kept)| (*at, *kept)).collect();
    places.sort_unstable();
    let mut copies = Vec::with_capacity(places.len());
    for (at, kept) in places {
        let Some(pupil) = pupils.get(at).cloned() else { continue };
        let Some(kept) = pupils.get_mut(kept) else { continue };
        let merged = MergedCopy::of(kept, &pupil);
        copies.push(Copy {
            row: RejectedRow {
                origin: pupil.origin,
                name: Some(pupil.name),
                class: pupil.class.map(|class| class.written),
                numbers: Vec::new(),
                reason: Rejection::DuplicateRow,
                first_row: Some(kept.origin.row),
                first_sheet: kept.origin.sheet.clone(),
            },
            kept: kept.origin.clone(),
            merged,
        });
    }
    let mut at = 0;
    pupils.retain(|_| {
        at += 1;
        !gone.contains_key(&(at - 1))
    });
    copies
}

/// The rows of each name that may mean one pupil; of each sheet a row is paired once with a row of another.
fn pairs(pupils: &[PupilRecord], sheet: &impl Fn(usize) -> usize) -> Vec<Pair> {
    let mut names: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, pupil) in pupils.iter().enumerate() {
        names.entry(person_name::match_key(&pupil.name)).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for places in names.into_values().filter(|places| (2..=NAMESAKES).contains(&places.len())) {
        let mut candidates: Vec<(bool, usize, Pair)> = Vec::new();
        for (count, second) in places.iter().enumerate() {
            for first in places.iter().take(count).filter(|first| sheet(**first) != sheet(*second)) {
                let (Some(a), Some(b)) = (pupils.get(*first), pupils.get(*second)) else { continue };
                let Some(agree) = agreement(a, b) else { continue };
                let sure = same(a.id_number.as_ref(), b.id_number.as_ref())
                    || same(a.student_no.as_ref(), b.student_no.as_ref());
                candidates.push((sure, agree, Pair { first: *first, second: *second, sure }));
            }
        }
        // The surest first; among equals in the order of the file.
        candidates
            .sort_by_key(|(sure, agree, pair)| (std::cmp::Reverse((*sure, *agree)), pair.second, pair.first));
        let mut paired: HashSet<(usize, usize)> = HashSet::new();
        let mut once: HashSet<usize> = HashSet::new();
        // Each row with one other first: two namesakes on the sheet of everybody stand for one in each class.
        for alone in [true, false] {
            candidates.retain(|(_, _, pair)| {
                let ends = [(pair.first, sheet(pair.second)), (pair.second, sheet(pair.first))];
                let free = ends.iter().all(|end| !paired.contains(end))
                    && !(alone && ends.iter().any(|(row, _)| once.contains(row)));
                if free {
                    paired.extend(ends);
                    once.extend(ends.map(|(row, _)| row));
                    pairs.push(*pair);
                }
                !free
            });
        }
    }
    pairs.sort_by_key(|pair| (!pair.sure, pair.second, pair.first));
    pairs
}

/// How much of two rows is the same; `None` where anything differs.
fn agreement(a: &PupilRecord, b: &PupilRecord) -> Option<usize> {
    let class = |pupil: &PupilRecord| pupil.class.as_ref().map(RecordClass::key);
    let each = [
        agrees(a.sex.as_ref(), b.sex.as_ref()),
        agrees(a.birth.as_ref(), b.birth.as_ref()),
        agrees(a.id_number.as_ref(), b.id_number.as_ref()),
        agrees(a.student_no.as_ref(), b.student_no.as_ref()),
        agrees(class(a).as_ref(), class(b).as_ref()),
    ];
    each.into_iter().try_fold(0, |count, agrees| Some(count + agrees?))
}

/// 1 where both are known and the same, 0 where one is not known, `None` where they differ.
fn agrees<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> Option<usize> {
    match (a, b) {
        (Some(a), Some(b)) => (a == b).then_some(1),
        _ => Some(0),
    }
}

fn same<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    a.is_some() && a == b
}
