//! The rules read out slowly from the raw sheets: every day, every person, every scope asked one after the other, with
//! nothing of the engine, of `observation` or of `membership` in it.

use std::collections::BTreeMap;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use super::*;
use crate::domain::chosen_rules::RuleChoice;
use crate::domain::free_group::FreeGroupMember;
use crate::domain::id::FreeGroupId;
use crate::domain::rule_book::{ClusterEntry, CountedBy};
use crate::domain::scope::ScopeKind;

/// Days 1 to 12 and ten people: thresholds are low, so that all are reached and missed often.
const LAST: u64 = 12;
const PEOPLE: u128 = 10;
const CODES: [&str; 5] = ["fever", "cough", "vomiting", "diarrhoea", "sore_throat"];

const RULES: &str = r#"
editions = [
    { id = "always", in_force = "always", name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "on", in_force = "unless_declined", name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "off", in_force = "if_chosen", name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
]
definitions = [
    { id = "ili", name = { zh = "", en = "" }, temperature = 380, any = ["cough", "sore_throat"], diseases = ["influenza"], source = "cn2006" },
    { id = "both", name = { zh = "", en = "" }, all = ["vomiting", "diarrhoea"], source = "cn2006" },
    { id = "gut", name = { zh = "", en = "" }, any = ["vomiting", "diarrhoea"], source = "cn2006" },
]
clusters = [
    { id = "same", edition = "always", version = "1", days = 1, count = 2, scopes = ["class", "dormitory"], symptoms = ["fever", "vomiting", "cough"], report_hours = 24, name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "same-3", edition = "on", version = "1", days = 3, count = 4, scopes = ["grade", "school", "staff"], symptoms = ["fever", "cough"], report_hours = 24, name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "seen", edition = "always", version = "1", days = 2, count = 3, counted_by = "seen", scopes = ["class", "school"], symptoms = ["cough"], report_hours = 24, name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "ili", edition = "on", version = "1", days = 1, count = 2, scopes = ["class"], definition = "ili", report_hours = 24, name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "share", edition = "always", version = "1", days = 1, count = 2, share = 40, counted_by = "seen", scopes = ["class", "dormitory"], definition = "ili", report_hours = 24, name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "both", edition = "off", version = "1", days = 7, count = 2, scopes = ["school", "grade"], definition = "both", report_hours = 24, name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "meal", edition = "on", version = "1", days = 3, count = 2, scopes = ["meal"], definition = "gut", report_hours = 24, name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
    { id = "chickenpox", edition = "always", version = "1", days = 5, count = 2, scopes = ["class", "school"], diseases = ["chickenpox", "influenza"], report_hours = 24, name = { zh = "", en = "" }, text = { zh = "", en = "" }, source = "cn2006" },
]
[severe]
id = "severe"
version = "1"
report_hours = 24
name = { zh = "", en = "" }
text = { zh = "", en = "" }
signs = []
source = "cn2006"
[symptoms_unknown]
id = "unknown"
version = "1"
count = 2
scopes = ["class"]
name = { zh = "", en = "" }
text = { zh = "", en = "" }
source = "cn2006"
"#;

/// What one person was found to have on one sheet.
#[derive(Debug, Clone)]
struct Mark {
    who: u128,
    day: u64,
    noon: bool,
    finding: Finding,
}

/// Class and room before a day and from then on, the day, and first and last day in the meal group.
type Place = ([u128; 2], [Option<u128>; 2], u64, (u64, u64));

/// A school: who is where until and from which day, what was marked, what was confirmed, what was chosen.
#[derive(Debug, Clone)]
struct World {
    /// By person.
    people: Vec<Place>,
    marks: Vec<Mark>,
    /// Class, day, whether noon.
    confirmed: BTreeSet<(u128, u64, bool)>,
    diseases: Vec<(u128, bool, u64, Option<u64>)>,
    chosen: [Option<(u64, bool)>; 2],
}

impl World {
    fn class(&self, who: u128, n: u64) -> u128 {
        let ([before, after], _, moves, _) = self.people[who as usize];
        if n < moves { before } else { after }
    }

    fn room(&self, who: u128, n: u64) -> Option<u128> {
        let (_, [before, after], moves, _) = self.people[who as usize];
        if n < moves { before } else { after }
    }

    /// The last person is of the staff and in no class.
    fn belongs(&self, who: u128, scope: Scope, n: u64) -> bool {
        let staff = who == PEOPLE - 1;
        let (first, last) = self.people[who as usize].3;
        match scope {
            Scope::School => true,
            Scope::Group(Group::Staff) => staff,
            Scope::Grade(grade) => !staff && self.class(who, n) == u128::from(grade),
            Scope::Meal(_) => !staff && (first..=last).contains(&n),
            Scope::Group(group) => {
                !staff && (group == class(self.class(who, n)) || self.room(who, n).map(room) == Some(group))
            }
        }
    }

    fn key(&self, mark: &Mark) -> SheetKey {
        let session = if mark.noon { Session::Noon } else { Session::Morning };
        let staff = mark.who == PEOPLE - 1;
        let group = if staff { Group::Staff } else { class(self.class(mark.who, mark.day)) };
        SheetKey { group, date: day(mark.day), session }
    }

    fn sheets(&self) -> Vec<Sheet> {
        let mut sheets: Vec<Sheet> = Vec::new();
        for (class_no, n, noon) in &self.confirmed {
            let session = if *noon { Session::Noon } else { Session::Morning };
            let key = SheetKey { group: class(*class_no), date: day(*n), session };
            sheets.push(Sheet { confirmed_at: day(*n).and_hms_opt(8, 0, 0), ..Sheet::untouched(key) });
        }
        for mark in &self.marks {
            let key = self.key(mark);
            let at = sheets.iter().position(|sheet| sheet.key == key).unwrap_or_else(|| {
                sheets.push(Sheet::untouched(key));
                sheets.len() - 1
            });
            let _ = sheets[at].findings.insert(person(mark.who), mark.finding.clone());
        }
        sheets
    }

    fn membership(&self) -> Membership {
        let (mut enrolments, mut stays, mut meals) = (Vec::new(), Vec::new(), Vec::new());
        for who in 0..PEOPLE - 1 {
            let (classes, rooms, moves, (first, last)) = self.people[who as usize];
            for (at, from, to) in [(0, 0, Some(moves - 1)), (1, moves, None)] {
                let class = ClassId(Uuid::from_u128(classes[at]));
                let (grade, seat_no) = (Some(classes[at] as u8), 1);
                let to = to.map(day);
                enrolments.push(Enrolment {
                    person: person(who),
                    class,
                    grade,
                    seat_no,
                    from: day(from),
                    to,
                });
                if let Some(room) = rooms[at] {
                    let dormitory = DormitoryId(Uuid::from_u128(room));
                    stays.push(DormitoryStay { person: person(who), dormitory, from: day(from), to });
                }
            }
            let free_group = FreeGroupId(Uuid::from_u128(1));
            let to = Some(day(last));
            meals.push(FreeGroupMember { person: person(who), free_group, from: day(first), to });
        }
        Membership::new(&enrolments, &stays).with_meals(&meals)
    }

    fn chosen(&self) -> Vec<ChosenRules> {
        let mut all = Vec::new();
        for (id, choice) in ["on", "off"].into_iter().zip(self.chosen) {
            let Some((n, on)) = choice else { continue };
            let said = RuleChoice { on, by: String::new(), at: day(1).and_hms_opt(8, 0, 0).unwrap() };
            all = ChosenRules::with(all, id, &said, day(n));
        }
        all
    }

    fn holds(&self, edition: &str, n: u64) -> bool {
        let choice = |at: usize| self.chosen[at].filter(|(from, _)| *from <= n).map(|(_, on)| on);
        match edition {
            "on" => choice(0).unwrap_or(true),
            "off" => choice(1).unwrap_or(false),
            _ => true,
        }
    }

    /// Marks of illness of a person, by moment.
    fn ill(&self, who: u128) -> Vec<&Mark> {
        let mut marks: Vec<&Mark> = self.marks.iter().filter(|mark| mark.who == who).collect();
        marks.sort_by_key(|mark| (mark.day, mark.noon));
        let hot = |f: &Finding| f.temperature.is_some_and(|t| t.tenths >= 375);
        marks.retain(|mark| {
            let f = &mark.finding;
            hot(f) || !f.symptoms.is_empty() || matches!(f.attendance, Attendance::Ill | Attendance::Unknown)
        });
        marks
    }

    /// A day strictly between on which the person's class had a confirmed sheet.
    fn clear_between(&self, who: u128, a: u64, b: u64) -> bool {
        let sheet = |n: u64| {
            [false, true].iter().any(|noon| self.confirmed.contains(&(self.class(who, n), n, *noon)))
        };
        who != PEOPLE - 1 && (a + 1..b).any(sheet)
    }

    /// The marks of the episode of a mark, first and last.
    fn episode(&self, who: u128, at: usize) -> (usize, usize) {
        let marks = self.ill(who);
        let mut first = at;
        while first > 0 && !self.clear_between(who, marks[first - 1].day, marks[first].day) {
            first -= 1;
        }
        let mut last = at;
        while last + 1 < marks.len() && !self.clear_between(who, marks[last].day, marks[last + 1].day) {
            last += 1;
        }
        (first, last)
    }

    /// Day on which a symptom of a mark began: that of onset, unless others were seen before it and nobody wrote
    /// another onset since.
    fn began(&self, who: u128, at: usize, code: &str) -> u64 {
        let marks = self.ill(who);
        let (first, last) = self.episode(who, at);
        let Some(seen) = (first..=last).find(|i| has(marks[*i], code)) else { return self.onset(who, at) };
        let any = |i: usize| CODES.iter().any(|code| has(marks[i], code));
        let others = (first..seen).any(|i| any(i) && marks[i].day < marks[seen].day);
        let before: Vec<_> = (first..seen).filter_map(|i| marks[i].finding.onset).collect();
        let told = (seen..=last).filter_map(|i| marks[i].finding.onset).any(|day| !before.contains(&day));
        if others && !told { marks[seen].day } else { self.onset(who, at) }
    }

    /// Day of onset of a mark.
    fn onset(&self, who: u128, at: usize) -> u64 {
        let marks = self.ill(who);
        let mark = marks[at];
        let (first, last) = self.episode(who, at);
        let number = |date: NaiveDate| (date - day(0)).num_days() as u64;
        let stated = (first..=last).rev().filter_map(|i| marks[i].finding.onset.map(number));
        let own = mark.finding.onset.map(number);
        own.or_else(|| stated.into_iter().find(|d| *d <= mark.day)).unwrap_or(marks[first].day).min(mark.day)
    }

    /// Whether the person, of whom this was marked with these days of onset, counts for a subject in the scope on a day.
    fn counts(
        &self,
        rule: &ClusterEntry,
        subject: &str,
        scope: Scope,
        (who, marks): (u128, &[(&Mark, u64)]),
        n: u64,
    ) -> bool {
        let by_seen = rule.counted_by == CountedBy::Seen;
        let here = |n: u64| self.belongs(who, scope, n);
        if rule.symptoms.iter().any(|code| code.as_str() == subject) {
            return marks.iter().enumerate().any(|(at, (mark, _))| {
                let counted = if by_seen { mark.day } else { self.began(who, at, subject) };
                has(mark, subject) && counted == n && here(mark.day)
            });
        }
        let disease = if subject == "ili" { "influenza" } else { subject };
        let named = |of: &&(u128, bool, u64, Option<u64>)| {
            of.0 == who && (if of.1 { "influenza" } else { "chickenpox" }) == disease
        };
        let ill: Vec<_> = self.diseases.iter().filter(named).collect();
        let begins = ill.iter().any(|(.., onset, _)| *onset == n && here(n));
        if rule.diseases.iter().any(|id| id == subject) {
            return begins;
        }
        if !by_seen {
            let meets = |(mark, onset): &(&Mark, u64)| {
                *onset == n && here(mark.day) && meets(subject, marks, *onset, LAST)
            };
            return begins || marks.iter().any(meets);
        }
        let ill_now = ill.iter().any(|(.., from, over)| *from <= n && over.is_none_or(|over| n < over));
        marks
            .iter()
            .any(|(mark, onset)| mark.day == n && here(n) && (ill_now || meets(subject, marks, *onset, n)))
    }

    fn alerts(&self, rules: &RuleBook, judged: u64) -> Vec<(String, Scope, String, u64, Vec<PersonId>)> {
        let mut scopes =
            vec![Scope::School, Scope::Group(Group::Staff), Scope::Meal(FreeGroupId(Uuid::from_u128(1)))];
        for n in 1..=2 {
            scopes.extend([class(n).into(), room(n).into(), Scope::Grade(n as u8)]);
        }
        let told = |who: u128| -> Vec<(&Mark, u64)> {
            self.ill(who).into_iter().enumerate().map(|(at, mark)| (mark, self.onset(who, at))).collect()
        };
        let told: Vec<Vec<(&Mark, u64)>> = (0..PEOPLE).map(told).collect();
        let mut found = Vec::new();
        for rule in rules.clusters() {
            let subjects = rule.symptoms.iter().map(ToString::to_string).chain(rule.diseases.clone());
            for subject in subjects.chain(rule.definition.clone()) {
                for scope in scopes.iter().filter(|scope| rule.scopes.contains(&scope.kind())) {
                    let people = |end: u64| -> Vec<PersonId> {
                        let window = end.saturating_sub(u64::from(rule.days) - 1)..=end;
                        let counted = |who: &u128| {
                            let told = (*who, told[*who as usize].as_slice());
                            window.clone().any(|n| self.counts(rule, &subject, *scope, told, n))
                        };
                        (0..PEOPLE).filter(counted).map(person).collect()
                    };
                    let reached = |end: u64| {
                        let heads = (0..PEOPLE).filter(|who| self.belongs(*who, *scope, end)).count();
                        let count = people(end).len();
                        let enough = rule.share.is_none_or(|share| heads > 0 && count * 100 >= share * heads);
                        self.holds(&rule.edition, end) && count >= rule.count && enough
                    };
                    if reached(judged) {
                        let quiet = (0..judged).rev().find(|n| !reached(*n));
                        let raised = quiet.map_or(0, |n| n + 1);
                        found.push((rule.id.clone(), *scope, subject.clone(), raised, people(judged)));
                    }
                }
            }
        }
        found
    }
}

fn has(mark: &Mark, code: &str) -> bool {
    mark.finding.symptoms.contains(&SymptomCode::new(code))
        || code == "fever" && mark.finding.temperature.is_some_and(|t| t.tenths >= 375)
}

/// Whether all that was marked with one onset until a day meets a definition.
fn meets(subject: &str, marks: &[(&Mark, u64)], onset: u64, until: u64) -> bool {
    let own: Vec<&Mark> =
        marks.iter().filter(|(mark, of)| *of == onset && mark.day <= until).map(|(mark, _)| *mark).collect();
    let any = |code: &str| own.iter().any(|mark| has(mark, code));
    match subject {
        "ili" => {
            let hot = own.iter().any(|mark| mark.finding.temperature.is_some_and(|t| t.tenths >= 380));
            hot && (any("cough") || any("sore_throat"))
        }
        "both" => any("vomiting") && any("diarrhoea"),
        _ => any("vomiting") || any("diarrhoea"),
    }
}

fn any_finding(n: u64) -> impl Strategy<Value = Finding> {
    let temperature = prop::option::of(prop::sample::select(vec![370_u16, 375, 379, 380, 391]));
    let attendance = prop::sample::select(vec![Attendance::Present, Attendance::Ill, Attendance::Leave]);
    (btree_set(0..CODES.len(), 0..3), temperature, attendance, prop::option::weighted(0.3, 1..=n)).prop_map(
        |(codes, tenths, attendance, onset)| Finding {
            symptoms: codes.into_iter().map(|c| SymptomCode::new(CODES[c])).collect(),
            temperature: tenths.and_then(|tenths| Temperature::new(tenths, Site::Axillary)),
            attendance,
            onset: onset.map(day),
            ..Finding::default()
        },
    )
}

fn any_world() -> impl Strategy<Value = World> {
    let room = || prop::option::of(1..=2_u128);
    let one = ((1..=2_u128, 1..=2_u128), (room(), room()), 1..=LAST, (1..=LAST, 1..=LAST));
    let one = one.prop_map(|((a, b), (c, d), moves, (x, y))| ([a, b], [c, d], moves, (x.min(y), x.max(y))));
    let people = vec(one, PEOPLE as usize);
    let mark = (0..PEOPLE, 1..=LAST, any::<bool>()).prop_flat_map(|(who, n, noon)| {
        any_finding(n).prop_map(move |finding| Mark { who, day: n, noon, finding })
    });
    let confirmed = btree_set((1..=2_u128, 1..=LAST, any::<bool>()), 0..24);
    let disease = (0..PEOPLE, any::<bool>(), 1..=LAST, prop::option::of(1..=LAST));
    let choice = || prop::option::of((1..=LAST, any::<bool>()));
    (people, vec(mark, 0..70), confirmed, vec(disease, 0..8), choice(), choice()).prop_map(
        |(people, marks, confirmed, diseases, on, off)| {
            // One finding a person and sheet.
            let marks: BTreeMap<_, _> = marks.into_iter().map(|m| ((m.who, m.day, m.noon), m)).collect();
            let marks = marks.into_values().collect();
            World { people, marks, confirmed, diseases, chosen: [on, off] }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn judges_like_the_slow_version(world in any_world(), judged in 1..=LAST) {
        let rules = rules().with_alerts(RULES);
        let membership = world.membership();
        let seen = observations(&rules, &world.sheets(), &membership);
        let diseases: Vec<DiseaseCase> = world
            .diseases
            .iter()
            .map(|(who, flu, onset, over)| {
                let (_, date) = (who, day(*onset));
                let groups = membership.groups_on(person(*who), date).into_iter().map(Scope::from);
                let staff = (*who == PEOPLE - 1).then_some(Scope::Group(Group::Staff));
                let wider = membership.grade_on(person(*who), date).map(Scope::Grade);
                let meals = membership.meals_on(person(*who), date).map(Scope::Meal);
                let scopes = groups.chain(staff).chain(wider).chain(meals).chain([Scope::School]).collect();
                DiseaseCase {
                    person: person(*who),
                    disease: if *flu { "influenza" } else { "chickenpox" }.to_owned(),
                    onset: date,
                    over: over.map(day),
                    known_at: date.and_hms_opt(9, 0, 0).unwrap(),
                    scopes,
                }
            })
            .collect();
        let chosen = world.chosen();
        let evidence = Evidence { rules: &rules, chosen: &chosen, observations: &seen, diseases: &diseases, traced: &[] };
        let tallies = Tallies::of(&evidence);
        let mut heads = HeadCounts::default();
        for scope in tallies.asks_heads() {
            let world = &world;
            let there = |who| {
                let here = (0..=LAST).filter(move |n| world.belongs(who, scope, *n));
                here.map(|n| (day(n), Some(day(n))))
            };
            heads.insert(scope, (0..PEOPLE).flat_map(there).collect());
        }
        let alerts = tallies.with_heads(heads).on(day(judged));
        let mut alerts: Vec<_> = alerts
            .into_iter()
            .filter(|alert| alert.subject.is_cluster())
            .map(|a| (a.rule, a.scope, a.subject.code().unwrap().to_owned(), (a.raised_on - day(0)).num_days() as u64, a.persons))
            .collect();
        alerts.sort();
        let mut expected = world.alerts(&rules, judged);
        expected.sort();
        prop_assert_eq!(alerts, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1))]
    #[test]
    fn worlds_alert_in_every_scope(worlds in vec(any_world(), 40)) {
        let rules = rules().with_alerts(RULES);
        let all = worlds.iter().flat_map(|world| [4, 6, 8, 10].map(|n| world.alerts(&rules, n))).flatten();
        let kinds: BTreeSet<ScopeKind> = all.map(|(_, scope, ..)| scope.kind()).collect();
        prop_assert!(kinds.len() >= 5, "the test above would prove nothing: {:?}", kinds);
    }
}
