//! Dates and times in words.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use super::{Language, Tr};

impl Tr {
    /// A date in a sentence: `11 月 23 日`, `23 Nov`.
    pub fn day(&self, date: NaiveDate) -> String {
        match self.language() {
            Language::Chinese => format!("{} 月 {} 日", date.month(), date.day()),
            Language::English => date.format("%-d %b").to_string(),
        }
    }

    /// A date with the year for letters and forms: `2026年11月23日`, `23 November 2026`.
    pub fn long_day(&self, date: NaiveDate) -> String {
        match self.language() {
            Language::Chinese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
            Language::English => date.format("%-d %B %Y").to_string(),
        }
    }

    /// A month on an axis: `11 月`, `Nov`.
    pub fn month(&self, date: NaiveDate) -> String {
        match self.language() {
            Language::Chinese => format!("{} 月", date.month()),
            Language::English => date.format("%b").to_string(),
        }
    }

    /// The weekday's short name: `一`, `Mon`.
    pub fn short_weekday(&self, date: NaiveDate) -> String {
        let name = self.weekday(date);
        match self.language() {
            Language::Chinese => name.chars().skip(2).collect(),
            Language::English => name.chars().take(3).collect(),
        }
    }

    /// The weekday's name: `星期一`, `Monday`.
    pub fn weekday(&self, date: NaiveDate) -> String {
        match date.weekday() {
            Weekday::Mon => self.weekday_monday(),
            Weekday::Tue => self.weekday_tuesday(),
            Weekday::Wed => self.weekday_wednesday(),
            Weekday::Thu => self.weekday_thursday(),
            Weekday::Fri => self.weekday_friday(),
            Weekday::Sat => self.weekday_saturday(),
            Weekday::Sun => self.weekday_sunday(),
        }
    }

    /// A time of day, 24 hours: `08:05`.
    pub fn time(&self, at: NaiveDateTime) -> String {
        at.format("%H:%M").to_string()
    }

    /// Day and hour.
    pub fn day_and_time(&self, at: NaiveDateTime) -> String {
        format!("{} {}", self.day(at.date()), self.time(at))
    }
}
