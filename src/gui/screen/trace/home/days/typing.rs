//! What typing does to the days of a row. Every change goes to the disk at once.

use chrono::NaiveDate;

use super::{DaysPart, GridKey, row_id};
use crate::domain::home::HomeDay;
use crate::domain::rule_book::KeyMeaning;
use crate::domain::temperature::Temperature;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::ops::Op;
use crate::ops::home::HomeOp;

/// Most temperatures begin so: a single digit stands for 36 and that tenth.
const USUAL: u16 = 360;
/// Such a temperature needs its other digits.
const BEGINS: char = '3';
/// Before the digits of a temperature that is typed whole.
const FULL: char = '+';

impl DaysPart {
    pub(super) fn key_typed(&mut self, key: GridKey, context: &Context) -> Vec<Effect> {
        match key {
            GridKey::Digit(digit) => self.digit(digit, context),
            GridKey::Full => {
                self.typed = FULL.to_string();
                Vec::new()
            }
            GridKey::Letter(letter) => {
                let effects = self.finish(context);
                [effects, self.letter(letter, context)].concat()
            }
            GridKey::Move(rows, cells) => {
                let effects = self.finish(context);
                self.step(rows, cells);
                [effects, self.reveal()].concat()
            }
            GridKey::NextRow => {
                let effects = self.finish(context);
                self.step(1, i32::MIN);
                [effects, self.reveal()].concat()
            }
            GridKey::Back => {
                let _ = self.typed.pop();
                Vec::new()
            }
            GridKey::Clear => self.clear(context),
        }
    }

    fn reveal(&self) -> Vec<Effect> {
        vec![Effect::Reveal(row_id(self.row).into())]
    }

    fn step(&mut self, rows: i32, cells: i32) {
        let Some(data) = &self.data else { return };
        let last_row = data.lines.len().saturating_sub(1);
        let last_cell = (data.days.len() * self.slots().len()).saturating_sub(1);
        self.row = self.row.saturating_add_signed(rows as isize).min(last_row);
        self.cell = self.cell.saturating_add_signed(cells as isize).min(last_cell);
    }

    /// To the cell at the right. After the last one the row stays: R and G are about it, and Enter goes on.
    fn advance(&mut self) {
        self.step(0, 1);
    }

    fn digit(&mut self, digit: char, context: &Context) -> Vec<Effect> {
        if self.typed.is_empty() && digit != BEGINS {
            return self.take(USUAL + digit.to_digit(10).map_or(0, |tenth| tenth as u16), context);
        }
        self.typed.push(digit);
        let digits = self.typed.trim_start_matches(FULL);
        if digits.len() < 3 {
            return Vec::new();
        }
        let tenths = digits.parse().unwrap_or_default();
        self.typed.clear();
        self.take(tenths, context)
    }

    /// A temperature whose digits are not all there when one goes on: 3 is 36.3, 37 is 37.0.
    pub(super) fn finish(&mut self, context: &Context) -> Vec<Effect> {
        let typed = std::mem::take(&mut self.typed);
        let tenths = match typed.as_str() {
            "3" => USUAL + 3,
            _ if typed.starts_with(FULL) || typed.len() != 2 => return Vec::new(),
            two => two.parse::<u16>().unwrap_or_default() * 10,
        };
        let (row, cell) = (self.row, self.cell);
        let effects = self.take(tenths, context);
        (self.row, self.cell) = (row, cell);
        effects
    }

    /// A temperature for the cell; the next cell is typed into.
    fn take(&mut self, tenths: u16, context: &Context) -> Vec<Effect> {
        let Some((slot, temperature)) = self.slot().zip(Temperature::new(tenths, self.site)) else {
            return vec![Effect::Notify(context.tr.sheet_no_temperature(&tenths.to_string()))];
        };
        let effects = self.change(context, |day| {
            let _ = day.temperatures.insert(slot, temperature);
        });
        if matches!(effects.as_slice(), [Effect::Run(_)]) {
            self.advance();
        }
        effects
    }

    fn letter(&mut self, letter: char, context: &Context) -> Vec<Effect> {
        let home = context.rules.home();
        if letter == home.keys.row_nil {
            return self.change_row(context, HomeDay::say_nil);
        }
        if letter == home.keys.signed {
            let line = self.line();
            let signed = line.is_some_and(|line| {
                let mut days = line.days.values().filter(|day| !day.temperatures.is_empty());
                days.all(|day| day.signed_by.is_some())
            });
            let who = line.and_then(|line| line.guardian.clone());
            let who = who.unwrap_or_else(|| context.tr.home_guardian());
            return self.change_row(context, move |day| day.signed_by = (!signed).then(|| who.clone()));
        }
        if letter == home.keys.nil {
            return self.change(context, |day| {
                day.symptoms = Some(std::collections::BTreeSet::new());
                day.marks = Some(std::collections::BTreeSet::new());
            });
        }
        if let Some(mark) = home.marks.iter().find(|mark| mark.key == letter) {
            let id = mark.id.clone();
            return self.change(context, move |day| day.toggle_mark(&id));
        }
        match context.rules.by_key(letter) {
            Some(KeyMeaning::Symptom(symptom)) => {
                let code = symptom.code.clone();
                self.change(context, move |day| day.toggle_symptom(&code))
            }
            _ => Vec::new(),
        }
    }

    fn clear(&mut self, context: &Context) -> Vec<Effect> {
        if !self.typed.is_empty() {
            self.typed.clear();
            return Vec::new();
        }
        let Some(slot) = self.slot() else { return Vec::new() };
        self.change(context, move |day| {
            if day.temperatures.remove(&slot).is_none() {
                *day = HomeDay { temperatures: std::mem::take(&mut day.temperatures), ..HomeDay::default() };
            }
        })
    }

    /// Changes the day of the cell.
    fn change(&mut self, context: &Context, change: impl Fn(&mut HomeDay)) -> Vec<Effect> {
        let at = self.day_at();
        let Some(day) = self.data.as_ref().and_then(|data| data.days.get(at).copied()) else {
            return Vec::new();
        };
        if day > context.now.date() {
            return vec![Effect::Notify(context.tr.home_not_yet(&context.tr.day(day)))];
        }
        self.record(&[day], change)
    }

    /// Changes those days of the row that were measured: nothing is said of the others.
    fn change_row(&mut self, context: &Context, change: impl Fn(&mut HomeDay)) -> Vec<Effect> {
        let measured = |line: &crate::ops::home::HomeLine| -> Vec<NaiveDate> {
            let days = line.days.iter().filter(|(_, day)| !day.temperatures.is_empty());
            days.map(|(day, _)| *day).collect()
        };
        let days = self.line().map(measured).unwrap_or_default();
        if days.is_empty() {
            return vec![Effect::Notify(context.tr.home_nothing_measured())];
        }
        self.record(&days, change)
    }

    fn record(&mut self, days: &[NaiveDate], change: impl Fn(&mut HomeDay)) -> Vec<Effect> {
        let row = self.row;
        let Some(line) = self.data.as_mut().and_then(|data| data.lines.get_mut(row)) else {
            return Vec::new();
        };
        let mut said = Vec::new();
        for day in days {
            let mut body = line.days.remove(day).unwrap_or_default();
            change(&mut body);
            if !body.is_empty() {
                let _ = line.days.insert(*day, body.clone());
            }
            said.push((*day, body));
        }
        self.saving += 1;
        vec![Effect::Run(Op::Home(HomeOp::Record(line.key, said)))]
    }
}
