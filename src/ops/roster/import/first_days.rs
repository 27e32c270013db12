//! From which day on each row holds: what sheets have counted since the day of the import stays as it is.

use chrono::NaiveDate;
use serde_json::json;

use super::import_summary::MissingPerson;
use super::place_planner::PlacePlanner;
use super::plan_builder::PlanBuilder;
use super::planned_row::{PlannedRow, RoomChange, RowAction};
use crate::domain::person::{Boarding, PersonKind};
use crate::ops::roster::dormitory::same_room;
use crate::ops::roster::{Change, Goes, LaterWhy};

/// Somebody who leaves, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaver {
    /// Who.
    pub pupil: MissingPerson,
    /// The first day without.
    pub on: NaiveDate,
    /// Why it is later than was asked for.
    pub later: Option<LaterWhy>,
}

impl PlanBuilder<'_> {
    /// Gives each row the first day from which nothing that was counted becomes untrue.
    pub(super) fn date(&self, rows: &mut [PlannedRow], planner: &PlacePlanner) {
        if self.counted.is_empty() {
            return;
        }
        for row in rows {
            let snapshot = if row.kind == PersonKind::Staff { self.staff } else { self.pupils };
            let change = self.change_of(row, planner);
            row.from = self.counted.first_free(snapshot, row.action.person(), &change, self.as_of);
        }
    }

    /// Where a row puts its person.
    fn change_of(&self, row: &PlannedRow, planner: &PlacePlanner) -> Change {
        if matches!(row.action, RowAction::Doubtful(_)) {
            return Change::default();
        }
        let room = |label: &str| self.pupils.rooms.values().find(|room| same_room(&room.label, label));
        let new = row.person.as_ref().and_then(|person| person.boarding);
        let boards = row.fields.get("boarding").map(|kind| *kind == json!(Boarding::Boarder));
        Change {
            class: row.enrol.map_or(Goes::Nowhere, |(at, _)| {
                Goes::into_known(planner.classes.get(at).and_then(|class| class.id))
            }),
            room: match &row.room {
                RoomChange::Keep => Goes::Nowhere,
                RoomChange::Out => Goes::Out,
                RoomChange::Into(label) => Goes::into_known(room(label).map(|room| room.id)),
            },
            boards: boards.or(new.map(|kind| kind == Boarding::Boarder)),
            joins: row.kind == PersonKind::Staff && (row.comes_in || row.action == RowAction::New),
            leaves: false,
        }
    }

    /// Those of the missing who are marked as left.
    pub(super) fn leavers(&self, missing: &[MissingPerson], left_on: NaiveDate) -> Vec<Leaver> {
        let marked =
            |pupil: &&MissingPerson| self.options.all_left || self.options.leavers.contains(&pupil.key);
        let leaver = |pupil: &MissingPerson| {
            let people = if pupil.kind == PersonKind::Staff { self.staff } else { self.pupils };
            let (on, later) = self.counted.first_away(people, pupil.key, left_on);
            Leaver { pupil: pupil.clone(), on, later }
        };
        missing.iter().filter(marked).map(leaver).collect()
    }
}
