//! The forms that come with the program.

use super::FormTemplate;
use crate::paper::PaperError;

/// The shipped forms, in the order of the list.
const SHIPPED: [(&str, &str); 51] = [
    ("school-day", include_str!("../../../assets/forms/school-day.toml")),
    ("class-day", include_str!("../../../assets/forms/class-day.toml")),
    ("class-week", include_str!("../../../assets/forms/class-week.toml")),
    ("daily-zero", include_str!("../../../assets/forms/daily-zero.toml")),
    ("call-list", include_str!("../../../assets/forms/call-list.toml")),
    ("todo-list", include_str!("../../../assets/forms/todo-list.toml")),
    ("gate-log", include_str!("../../../assets/forms/gate-log.toml")),
    ("corrections", include_str!("../../../assets/forms/corrections.toml")),
    ("alert-list", include_str!("../../../assets/forms/alert-list.toml")),
    ("trace-calls", include_str!("../../../assets/forms/trace-calls.toml")),
    ("absence-class", include_str!("../../../assets/forms/absence-class.toml")),
    ("absence-school", include_str!("../../../assets/forms/absence-school.toml")),
    ("absence-rates", include_str!("../../../assets/forms/absence-rates.toml")),
    ("cause-trace", include_str!("../../../assets/forms/cause-trace.toml")),
    ("observation", include_str!("../../../assets/forms/observation.toml")),
    ("return-certificate", include_str!("../../../assets/forms/return-certificate.toml")),
    ("case", include_str!("../../../assets/forms/case.toml")),
    ("case-contacts", include_str!("../../../assets/forms/case-contacts.toml")),
    ("case-register", include_str!("../../../assets/forms/case-register.toml")),
    ("report-log", include_str!("../../../assets/forms/report-log.toml")),
    ("event-first", include_str!("../../../assets/forms/event-first.toml")),
    ("event-progress", include_str!("../../../assets/forms/event-progress.toml")),
    ("event-closing", include_str!("../../../assets/forms/event-closing.toml")),
    ("event-day", include_str!("../../../assets/forms/event-day.toml")),
    ("term-statistics", include_str!("../../../assets/forms/term-statistics.toml")),
    ("temperature-14", include_str!("../../../assets/forms/temperature-14.toml")),
    ("return-review", include_str!("../../../assets/forms/return-review.toml")),
    ("return-batch", include_str!("../../../assets/forms/return-batch.toml")),
    ("screening-list", include_str!("../../../assets/forms/screening-list.toml")),
    ("disinfection-school", include_str!("../../../assets/forms/disinfection-school.toml")),
    ("disinfection-class", include_str!("../../../assets/forms/disinfection-class.toml")),
    ("ventilation", include_str!("../../../assets/forms/ventilation.toml")),
    ("bus", include_str!("../../../assets/forms/bus.toml")),
    ("uv-lamp", include_str!("../../../assets/forms/uv-lamp.toml")),
    ("supplies", include_str!("../../../assets/forms/supplies.toml")),
    ("visitor", include_str!("../../../assets/forms/visitor.toml")),
    ("visitor-slip", include_str!("../../../assets/forms/visitor-slip.toml")),
    ("duty", include_str!("../../../assets/forms/duty.toml")),
    ("leading-group", include_str!("../../../assets/forms/leading-group.toml")),
    ("training", include_str!("../../../assets/forms/training.toml")),
    ("drill", include_str!("../../../assets/forms/drill.toml")),
    ("opening-check", include_str!("../../../assets/forms/opening-check.toml")),
    ("self-check", include_str!("../../../assets/forms/self-check.toml")),
    ("rectification", include_str!("../../../assets/forms/rectification.toml")),
    ("clinic-visit", include_str!("../../../assets/forms/clinic-visit.toml")),
    ("slips-missing", include_str!("../../../assets/forms/slips-missing.toml")),
    ("print-log", include_str!("../../../assets/forms/print-log.toml")),
    ("health-file", include_str!("../../../assets/forms/health-file.toml")),
    ("vaccination", include_str!("../../../assets/forms/vaccination.toml")),
    ("class-list", include_str!("../../../assets/forms/class-list.toml")),
    ("plan-checklist", include_str!("../../../assets/forms/plan-checklist.toml")),
];

impl FormTemplate {
    /// The shipped forms, in the order of the list.
    pub fn all() -> Result<Vec<Self>, PaperError> {
        SHIPPED.iter().map(|(id, text)| Self::parse(id, text)).collect()
    }

    /// The shipped form of an id.
    pub fn shipped(id: &str) -> Result<Self, PaperError> {
        let (id, text) = SHIPPED
            .iter()
            .find(|(known, _)| *known == id)
            .ok_or_else(|| PaperError::UnknownId { id: id.to_owned() })?;
        Self::parse(id, text)
    }
}
