//! Who still owes a slip, class by class.

use std::collections::BTreeMap;

use super::job::Parts;
use super::print_request::{Filling, PrintRequest};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::slips::SlipLine;
use crate::paper::form::{FormContent, FormRow};

/// Id of the list of slips that are still out.
pub const SLIPS_MISSING: &str = "slips-missing";

impl Book {
    /// A sheet for each class that still owes slips of a run.
    pub(super) fn slips_missing(&self, request: &PrintRequest, parts: &mut Parts) -> Result<(), OpError> {
        let blank = self.blank_content()?;
        if request.filling == Filling::Blank {
            parts.contents.push((String::new(), blank));
            return Ok(());
        }
        let Some(view) = self.slips_view(request.letter.run)?.shown else {
            parts.contents.push((String::new(), said(blank, self.tr.slip_none_awaited())));
            return Ok(());
        };
        let letter = format!("{}　{}", view.line.title, view.line.number);
        for class in &view.classes {
            let mut content = blank.clone();
            let missing = class.missing().count();
            let header = [
                ("class", class.class.clone()),
                ("teacher", class.teacher.clone()),
                ("letter", letter.clone()),
                ("due", self.tr.long_day(view.line.due)),
                ("count", missing.to_string()),
            ];
            content.header.extend(header.map(|(key, text)| (key.to_owned(), text)));
            let row = |(no, slip): (i32, &SlipLine)| {
                let cells =
                    [("no", no.to_string()), ("code", slip.code.clone()), ("name", slip.name.clone())];
                FormRow::Open(cells.map(|(key, text)| (key.to_owned(), text)).into())
            };
            content.rows = (1..).zip(class.missing()).map(row).collect();
            if missing > 0 {
                parts.contents.push((class.class.clone(), content));
            }
        }
        if parts.contents.is_empty() {
            let mut content = said(blank, self.tr.slip_nobody());
            content.header.insert("letter".to_owned(), letter);
            parts.contents.push((String::new(), content));
        }
        Ok(())
    }
}

/// A sheet that says one thing and lists nobody.
fn said(mut content: FormContent, words: String) -> FormContent {
    let row =
        FormRow::Span { cells: BTreeMap::new(), from: "no".to_owned(), strong: words, text: String::new() };
    content.rows = vec![row];
    content
}
