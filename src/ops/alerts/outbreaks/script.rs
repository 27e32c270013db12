//! A script as it is read.

use chrono::NaiveDate;

/// An outbreak.
#[derive(Debug, Default)]
pub(crate) struct Script {
    /// Name and size of each class.
    pub classes: Vec<(String, u32)>,
    /// Editions of rules that the school chose.
    pub rules: Vec<String>,
    /// The sheets of each day.
    pub days: Vec<(NaiveDate, Vec<ScriptSheet>)>,
}

/// A morning sheet.
#[derive(Debug, Default)]
pub(crate) struct ScriptSheet {
    pub class: String,
    pub entries: Vec<Entry>,
    pub raised_by_confirming: Vec<Raised>,
    confirmed: bool,
}

/// What is typed for one pupil.
#[derive(Debug)]
pub(crate) struct Entry {
    pub seat: u32,
    /// Letters as on the sheet, three digits for a temperature.
    pub keys: Vec<String>,
    raises: Vec<(String, Raised)>,
}

/// An alert as a script names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Raised {
    pub rule: String,
    /// Name of the class, or the scope's own.
    pub scope: String,
    pub subject: String,
}

impl Entry {
    /// What these keys raise.
    pub fn raised_by(&self, keys: &str) -> Vec<Raised> {
        self.raises.iter().filter(|(by, _)| by == keys).map(|(_, raised)| raised.clone()).collect()
    }
}

impl Script {
    /// 31 of 42 in three days.
    pub fn class() -> Self {
        Self::read(include_str!("class.txt"))
    }

    /// 88 of 779, of whom 30 and 44 fell ill on two days.
    pub fn school() -> Self {
        Self::read(include_str!("school.txt"))
    }

    /// How many alerts it raises.
    pub fn alerts(&self) -> usize {
        let sheets = self.days.iter().flat_map(|(_, sheets)| sheets);
        let of = |sheet: &ScriptSheet| {
            sheet.entries.iter().map(|entry| entry.raises.len()).sum::<usize>()
                + sheet.raised_by_confirming.len()
        };
        sheets.map(of).sum()
    }

    fn read(text: &str) -> Self {
        let mut script = Self::default();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                ["class", name, size] => script.classes.push(((*name).to_owned(), size.parse().unwrap())),
                ["rules", id, "on"] => script.rules.push((*id).to_owned()),
                ["day", day] => script.days.push((day.parse().unwrap(), Vec::new())),
                ["sheet", class] => {
                    let sheet = ScriptSheet { class: (*class).to_owned(), ..ScriptSheet::default() };
                    script.days.last_mut().unwrap().1.push(sheet);
                }
                ["confirm"] => script.sheet().confirmed = true,
                [">", keys, rule, scope, subject] => {
                    let [rule, scope, subject] = [rule, scope, subject].map(|word| (*word).to_owned());
                    let (sheet, raised) = (script.sheet(), Raised { rule, scope, subject });
                    if sheet.confirmed {
                        sheet.raised_by_confirming.push(raised);
                    } else {
                        sheet.entries.last_mut().unwrap().raises.push(((*keys).to_owned(), raised));
                    }
                }
                [seat, keys @ ..] => {
                    let keys = keys.iter().map(|keys| (*keys).to_owned()).collect();
                    let entry = Entry { seat: seat.parse().unwrap(), keys, raises: Vec::new() };
                    script.sheet().entries.push(entry);
                }
                [] => {}
            }
        }
        script
    }

    fn sheet(&mut self) -> &mut ScriptSheet {
        self.days.last_mut().unwrap().1.last_mut().unwrap()
    }
}
