//! The class sheet: in the jump field digits and pinyin find a pupil, in the row letters toggle and digits are
//! the temperature, so that a digit never means two things in one place.

mod finding_edit;
mod hand_in;
mod jump;
mod row;
mod row_key;
mod several;
#[cfg(test)]
mod tests;
mod update;
mod view;

use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::rule_book::RuleBook;
use crate::domain::sheet::SheetKey;
use crate::domain::temperature::{Site, Temperature};
use crate::gui::route::Route;
use crate::ops::check::{SheetLine, SheetView};

use finding_edit::FindingEdit;
use hand_in::{HandInForm, HandInMessage};
use jump::Jump;
use row_key::RowKey;

/// Name of the jump field.
const JUMP: &str = "jump";
/// Name of the rows: they have the focus as a whole, the ring lies on the current one.
const ROWS: &str = "rows";
/// Name of the first field of the details.
const ONSET: &str = "onset";

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Digits and letters find a pupil.
    Jump,
    /// Letters toggle, digits are the temperature.
    Row,
    /// The fields of the details.
    Details,
    /// Who checked and when it came in.
    HandIn,
}

/// A class sheet.
#[derive(Debug)]
pub struct ClassSheet {
    key: SheetKey,
    /// The sheet with every change that was typed, saved or about to be.
    view: Option<SheetView>,
    /// Findings on their way to the disk; an answer asked for before them is old.
    saving: usize,
    place: Place,
    jump: Jump,
    /// What the jump field said last. Where the window draws late, it may still hold what was typed ahead.
    field: String,
    current: Option<PersonId>,
    /// The people of a list of numbers, whose marks are set together; empty: the current one alone.
    several: Vec<PersonId>,
    /// Whose marks were written last.
    last: Option<PersonId>,
    /// Why this sheet is corrected, once it was said.
    reason: Option<String>,
    /// Digits of a temperature while it is typed.
    typed: String,
    /// What was typed last as a temperature and is none, and whose it was.
    wrong: Option<(PersonId, String)>,
    /// Where temperatures are taken, as chosen last.
    site: Site,
    /// The day of onset as it is typed; `None` while the details are closed.
    onset: Option<String>,
    /// Who checked and when it came in, while it is typed.
    hand_in: Option<HandInForm>,
    /// The alert on the banner.
    alert: usize,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The text of the jump field.
    Find(String),
    /// Another match of the jump field.
    Choose(i32),
    /// From the jump field to the row that it found, or to this one.
    Enter(Option<PersonId>),
    /// A key on the current row.
    Key(RowKey),
    /// The focus has come to a place, by Tab, by the mouse or because it was sent there.
    Arrived(Place),
    /// A click on a cell changes something of a person.
    Edit(PersonId, FindingEdit),
    /// A field of the details changes something of a person.
    Detail(PersonId, FindingEdit),
    /// Details of a person; of the current one, open or closed.
    Details(Option<PersonId>),
    /// The day of onset is typed.
    Onset(String),
    /// Where temperatures are taken.
    Site(Site),
    /// Who checked and when it came in.
    HandIn(HandInMessage),
    /// Confirms and opens the next unchecked class.
    Confirm,
    /// Takes back the last act.
    Undo,
    /// Another class.
    Class(Group),
    /// Another alert on the banner.
    Alert(i32),
    /// The people of the alert.
    Evidence(SheetKey, PersonId),
    /// The alert whole, to answer it.
    Reply,
    /// Another place: the emergency plan, the calendar.
    Go(Route),
    /// 今天
    Today,
    /// One place back: details, row, jump field, 今天.
    Escape,
}

impl ClassSheet {
    /// A sheet that is still to be loaded.
    pub fn new(key: SheetKey) -> Self {
        Self {
            key,
            view: None,
            saving: 0,
            place: Place::Jump,
            jump: Jump::default(),
            field: String::new(),
            current: None,
            several: Vec::new(),
            last: None,
            reason: None,
            typed: String::new(),
            wrong: None,
            site: Site::Axillary,
            onset: None,
            hand_in: None,
            alert: 0,
        }
    }

    fn lines(&self) -> &[SheetLine] {
        self.view.as_ref().map_or(&[], |view| &view.lines)
    }

    /// Whether the row is the current one or among those of the list.
    fn is_chosen(&self, person: PersonId) -> bool {
        self.current == Some(person) || self.several.contains(&person)
    }

    fn at(&self) -> Option<usize> {
        self.lines().iter().position(|line| Some(line.person) == self.current)
    }

    fn line(&self) -> Option<&SheetLine> {
        self.at().and_then(|at| self.lines().get(at))
    }

    /// People with a finding or an open proposal, and how many of them have only a proposal.
    fn counts(&self) -> (usize, usize) {
        let found = self.lines().iter().filter(|line| line.finding.is_some()).count();
        let proposed =
            self.lines().iter().filter(|line| line.finding.is_none() && line.proposal.is_some()).count();
        (found + proposed, proposed)
    }

    /// Whether nobody has typed, proposed or confirmed anything.
    fn untouched(&self) -> bool {
        let unchecked =
            self.view.as_ref().is_some_and(|view| view.due && view.confirmed.is_none() && !view.draft);
        unchecked && self.saving == 0 && self.counts() == (0, 0)
    }

    /// Whether findings can be typed: the sheet is due or the register of the whole day.
    fn open(&self) -> bool {
        self.view.as_ref().is_some_and(|view| {
            !view.lines.is_empty()
                && (view.due || view.key.session == crate::domain::session::Session::AllDay)
        })
    }

    /// Keys of the alerts on the banner.
    #[cfg(test)]
    pub(in crate::gui) fn alert_keys(&self) -> Vec<String> {
        self.view.iter().flat_map(|view| &view.alerts).map(|alert| alert.key.clone()).collect()
    }

    fn confirmed(&self) -> bool {
        self.view.as_ref().is_some_and(|view| view.confirmed.is_some())
    }
}

/// Whether a line's temperature reaches the limit of its site.
fn fever(line: &SheetLine, rules: &RuleBook) -> bool {
    line.finding.as_ref().and_then(|f| f.temperature).is_some_and(|t: Temperature| rules.is_fever(t))
}

/// Name of a person's row.
fn row_id(person: PersonId) -> String {
    format!("person-{person}")
}
