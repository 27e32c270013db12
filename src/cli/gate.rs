//! `check gate`, `check limits`.

use serde_json::json;

use super::arguments::GateArgs;
use super::output::{Output, table};
use crate::domain::id::PersonId;
use crate::domain::measurement::Instrument;
use crate::domain::rule_book::Confirmation;
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::ops::check::{GateEntry, GateLine};
use crate::ops::{Book, OpError};

/// Runs `check gate`: files somebody, or lists a day at the gate where nobody is named.
pub fn run(book: &mut Book, args: &GateArgs, output: &Output) -> Result<(), OpError> {
    let Some(person) = person(book, args)? else {
        let lines = book.gate_view(args.date.unwrap_or_else(|| book.today()))?.lines;
        output.answer(&lines, |tr| {
            if lines.is_empty() {
                return vec![tr.gate_nothing()];
            }
            table(&lines.iter().map(|line| cells(line, tr)).collect::<Vec<_>>())
        });
        return Ok(());
    };
    let instrument = args.instrument.as_deref().and_then(Instrument::from_name);
    let temperature = match &args.temp {
        None => None,
        Some(given) => {
            let bad = || OpError::BadTemperature { given: given.clone() };
            let told = Temperature::parse(given).ok_or_else(bad)?;
            let site = instrument.and_then(|one| book.rules().instrument(one)).map(|entry| entry.site);
            // The site that was written wins over that of the instrument.
            let site = if given.contains('@') { told.site } else { site.unwrap_or(told.site) };
            Some(Temperature { site, ..told })
        }
    };
    let symptoms = args.symptom.iter().map(|code| SymptomCode::new(code)).collect();
    let filed = book.file_at_gate(&GateEntry { person, temperature, instrument, symptoms })?;
    output.answer(&filed, |tr| table(&[cells(&filed, tr)]));
    Ok(())
}

fn person(book: &Book, args: &GateArgs) -> Result<Option<PersonId>, OpError> {
    if let Some(key) = &args.person {
        return key.parse().map(Some).map_err(|_| OpError::NoSuchPerson);
    }
    let Some(typed) = &args.find else {
        let said = args.temp.is_some() || !args.symptom.is_empty() || args.instrument.is_some();
        return if said { Err(OpError::NotOnePerson { given: String::new(), count: 0 }) } else { Ok(None) };
    };
    let roll = book.gate_roll(book.today())?;
    match roll.find(typed).as_slice() {
        [one] => Ok(Some(one.key)),
        several => Err(OpError::NotOnePerson { given: typed.clone(), count: several.len() }),
    }
}

fn cells(line: &GateLine, tr: &crate::i18n::Tr) -> Vec<String> {
    let values: Vec<String> = line.measurements.iter().map(|m| m.temperature.to_string()).collect();
    vec![
        line.class.clone(),
        line.name.clone(),
        tr.session(line.session),
        values.join(" → "),
        line.words.clone(),
        line.retest_at.map(|at| tr.gate_retest_at(&tr.time(at))).unwrap_or_default(),
    ]
}

/// Runs `check limits`: every limit with its purpose, site and source, and whether it applies.
pub fn limits(book: &Book, output: &Output) {
    let rules = book.rules();
    let tag = book.tr().language().tag();
    let source =
        |id: &str| rules.source(id).map(|source| (source.name.get(tag).to_owned(), source.date.clone()));
    let value: Vec<_> = rules
        .temperature_limits()
        .iter()
        .map(|limit| {
            let (name, date) = source(&limit.source).unwrap_or_default();
            json!({
                "purpose": limit.purpose, "site": limit.site, "value": f64::from(limit.tenths) / 10.0,
                "applies": limit.status == Confirmation::Confirmed, "source": name, "date": date,
                "note": limit.note.as_ref().map(|note| note.get(tag)),
            })
        })
        .collect();
    output.answer(&value, |tr| {
        let rows = rules.temperature_limits().iter().map(|limit| {
            let state = match limit.status {
                Confirmation::Confirmed => tr.gate_applies(),
                Confirmation::Unconfirmed => tr.gate_unconfirmed(),
            };
            vec![
                tr.gate_purpose(limit.purpose.name()),
                tr.site(limit.site),
                Temperature { tenths: limit.tenths, site: limit.site }.to_string(),
                state,
                source(&limit.source).map(|(name, _)| name).unwrap_or_default(),
                limit.note.as_ref().map(|note| note.get(tag).to_owned()).unwrap_or_default(),
            ]
        });
        table(&rows.collect::<Vec<_>>())
    });
}
