//! A made-up pupil.

use chrono::{Days, NaiveDate};

use super::dice::Dice;
use super::sample_school::SampleSchool;
use crate::domain::resident_id::ResidentId;
use crate::roster_file::write::ListCell;

/// Titles and widths of the roster's columns.
pub(super) const COLUMNS: [(&str, f64); 14] = [
    ("班级", 14.0),
    ("班内学号", 9.0),
    ("姓名", 14.0),
    ("性别", 6.0),
    ("出生日期", 12.0),
    ("民族", 8.0),
    ("身份证号", 21.0),
    ("学籍号", 22.0),
    ("就读方式", 9.0),
    ("宿舍", 10.0),
    ("留守", 8.0),
    ("监护人", 10.0),
    ("监护人电话", 14.0),
    ("住址", 26.0),
];
/// From this grade on pupils board.
const FIRST_BOARDING_GRADE: u8 = 4;
/// Beds in a room.
const BEDS: u32 = 8;

/// Makes pupils one after the other.
#[derive(Debug)]
pub(super) struct PupilSource<'a> {
    facts: &'a SampleSchool,
    dice: Dice,
    school_year: i32,
    names: Vec<String>,
    /// Boarders so far: boys, girls.
    boarders: [u32; 2],
    count: u32,
}

impl<'a> PupilSource<'a> {
    /// Starts anew; the same pupils come each time.
    pub const fn new(facts: &'a SampleSchool, school_year: i32, seed: u64) -> Self {
        Self { facts, dice: Dice::new(seed), school_year, names: Vec::new(), boarders: [0, 0], count: 0 }
    }

    /// The next pupil of a class as a row of the roster; `named` gives name and sex.
    pub fn row(&mut self, class: &str, grade: u8, seat: u32, named: Option<(&str, &str)>) -> Vec<ListCell> {
        self.count += 1;
        let (name, girl) = match named {
            Some((name, sex)) => (name.to_owned(), sex == "女"),
            None => self.name(),
        };
        let birth = self.birth(grade);
        let number = self.number(birth, girl);
        let boards = grade >= FIRST_BOARDING_GRADE && self.dice.chance(45);
        let room = boards.then(|| self.room(girl));
        let away = ["否", "单亲", "双亲"];
        let away = away.get(usize::try_from(self.dice.below(5)).unwrap_or(0)).copied().unwrap_or("否");
        let guardian = self.guardian(&name);
        let school = &self.facts.school;
        let phone = format!("{}{:08}", self.dice.pick(&school.phones), self.dice.below(100_000_000));
        let village = self.dice.pick(&school.villages).to_owned();
        let address = format!("{}{village}{}组", school.village_prefix, 1 + self.dice.below(9));
        let minority = named.is_some() || self.dice.chance(30);
        vec![
            class.into(),
            seat.into(),
            name.as_str().into(),
            if girl { "女" } else { "男" }.into(),
            birth.into(),
            ListCell::from(if minority { "苗族" } else { "汉族" }),
            number.as_str().into(),
            format!("G{number}").as_str().into(),
            if boards { "住校" } else { "走读" }.into(),
            room.as_deref().into(),
            away.into(),
            guardian.as_str().into(),
            phone.as_str().into(),
            address.as_str().into(),
        ]
    }

    fn name(&mut self) -> (String, bool) {
        let names = &self.facts.names;
        loop {
            let girl = self.dice.chance(48);
            let given = self.dice.pick(if girl { &names.girls } else { &names.boys });
            let name = format!("{}{given}", self.dice.pick(&names.surnames));
            // Nobody shares a name: the demo shows other things.
            if !self.names.contains(&name) {
                self.names.push(name.clone());
                return (name, girl);
            }
        }
    }

    fn birth(&mut self, grade: u8) -> NaiveDate {
        let year = self.school_year - 6 - i32::from(grade);
        let first = NaiveDate::from_ymd_opt(year, 9, 1).unwrap_or_default();
        first + Days::new(self.dice.below(365))
    }

    /// A number with a fitting check digit in an area that does not exist.
    fn number(&self, birth: NaiveDate, girl: bool) -> String {
        let order = self.count * 2 % 1000 + u32::from(!girl);
        let body = format!("{}{}{order:03}", self.facts.school.area, birth.format("%Y%m%d"));
        let fits =
            |check: &char| ResidentId::read(&format!("{body}{check}")).is_some_and(|id| id.check_digit_fits);
        let check = "0123456789X".chars().find(fits).unwrap_or('0');
        format!("{body}{check}")
    }

    fn room(&mut self, girl: bool) -> String {
        let Some(count) = self.boarders.get_mut(usize::from(girl)) else { return String::new() };
        let room = *count / BEDS;
        *count += 1;
        format!("{}舍{}", 1 + u32::from(girl), 101 + room / 6 * 100 + room % 6)
    }

    fn guardian(&mut self, child: &str) -> String {
        let names = &self.facts.names;
        if child.contains('·') {
            return child.split('·').next_back().unwrap_or_default().to_owned();
        }
        let surname = names.surnames.iter().find(|surname| child.starts_with(surname.as_str()));
        let mother = self.dice.chance(40);
        let given = self.dice.pick(if mother { &names.girls } else { &names.boys });
        format!("{}{given}", surname.map(String::as_str).unwrap_or_default())
    }
}
