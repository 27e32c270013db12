//! What the commands about cases, events and the report log say of themselves.

use crate::i18n::Tr;

pub(super) fn texts(tr: &Tr) -> Vec<(&'static str, String)> {
    let mut texts = cases(tr);
    texts.extend(facts(tr));
    texts.extend(events(tr));
    texts.extend(scopes(tr));
    texts.extend(log(tr));
    texts.extend(told(tr));
    texts
}

fn cases(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("case", tr.case_cli()),
        ("case list", tr.case_cli_list()),
        ("case list --open", tr.case_cli_list_open()),
        ("case list --from", tr.case_cli_from()),
        ("case list --to", tr.case_cli_to()),
        ("case open", tr.case_cli_open()),
        ("case open --person", tr.cli_person()),
        ("case show", tr.case_cli_show()),
        ("case step", tr.case_cli_step()),
        ("case step --step", tr.case_cli_step_name()),
        ("case revise", tr.case_cli_revise()),
        ("case revise --learned", tr.case_cli_learned()),
        ("case close", tr.case_cli_close()),
        ("case close --outcome", tr.case_cli_outcome()),
        ("case close --on", tr.case_cli_close_on()),
        ("case reopen", tr.case_cli_reopen()),
        ("case limits", tr.case_cli_limits()),
        ("case limits --edition", tr.case_cli_edition()),
        ("case limits --events", tr.case_cli_events()),
        ("case show --case", tr.case_cli_key()),
        ("case step --case", tr.case_cli_key()),
        ("case revise --case", tr.case_cli_key()),
        ("case close --case", tr.case_cli_key()),
        ("case reopen --case", tr.case_cli_key()),
        ("disease", tr.disease_cli()),
        ("disease list", tr.disease_cli_list()),
        ("disease find", tr.disease_cli_find()),
        ("disease find --text", tr.disease_cli_text()),
    ]
}

fn facts(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("case open --certainty", tr.case_cli_certainty()),
        ("case open --basis", tr.case_cli_basis()),
        ("case open --onset", tr.cli_onset()),
        ("case open --temp", tr.cli_temp()),
        ("case open --hospital", tr.case_cli_hospital()),
        ("case open --disease", tr.case_cli_disease()),
        ("case open --known", tr.case_cli_known()),
        ("case revise --certainty", tr.case_cli_certainty()),
        ("case revise --basis", tr.case_cli_basis()),
        ("case revise --onset", tr.cli_onset()),
        ("case revise --temp", tr.cli_temp()),
        ("case revise --hospital", tr.case_cli_hospital()),
        ("case revise --disease", tr.case_cli_disease()),
        ("case revise --known", tr.case_cli_known()),
        ("--absent_from", tr.case_cli_absent_from()),
        ("--seen_on", tr.case_cli_seen_on()),
        ("--first_diagnosis", tr.case_cli_first_diagnosis()),
        ("--diagnosed_on", tr.case_cli_diagnosed_on()),
        ("--diagnosed_at", tr.case_cli_diagnosed_at()),
        ("--contact", tr.case_cli_contact()),
        ("--contact_note", tr.case_cli_contact_note()),
        ("--vaccinated", tr.case_cli_vaccinated()),
        ("--vaccinated_note", tr.case_cli_vaccinated_note()),
        ("--class_vaccinated", tr.case_cli_class_vaccinated()),
        ("--class_infected", tr.case_cli_class_infected()),
        ("--class_susceptible", tr.case_cli_class_susceptible()),
        ("--floor_classes", tr.case_cli_floor_classes()),
        ("--measures", tr.case_cli_measures()),
        ("--clinic_measures", tr.case_cli_clinic_measures()),
    ]
}

fn events(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("event", tr.event_cli()),
        ("event list", tr.event_cli_list()),
        ("event open", tr.event_cli_open()),
        ("event show", tr.event_cli_show()),
        ("event revise", tr.event_cli_revise()),
        ("event report", tr.event_cli_report()),
        ("event report --report", tr.event_cli_report_kind()),
        ("event close", tr.event_cli_close()),
        ("event close --on", tr.event_cli_close_on()),
        ("event reopen", tr.event_cli_reopen()),
        ("event show --event", tr.event_cli_key()),
        ("event revise --event", tr.event_cli_key()),
        ("event report --event", tr.event_cli_key()),
        ("event close --event", tr.event_cli_key()),
        ("event reopen --event", tr.event_cli_key()),
    ]
}

fn scopes(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("event open --known", tr.case_cli_known()),
        ("event open --class", tr.event_cli_class()),
        ("event open --symptom", tr.event_cli_symptom()),
        ("event open --disease", tr.event_cli_disease()),
        ("event open --place", tr.event_cli_place()),
        ("event open --measures", tr.case_cli_measures()),
        ("event revise --known", tr.case_cli_known()),
        ("event revise --class", tr.event_cli_class()),
        ("event revise --symptom", tr.event_cli_symptom()),
        ("event revise --disease", tr.event_cli_disease()),
        ("event revise --place", tr.event_cli_place()),
        ("event revise --measures", tr.case_cli_measures()),
        ("--title", tr.event_cli_title()),
        ("--level", tr.event_cli_level()),
        ("--since", tr.event_cli_since()),
        ("--alert", tr.event_cli_alert()),
        ("--signs", tr.event_cli_signs()),
        ("--course", tr.event_cli_course()),
        ("--cause", tr.event_cli_cause()),
        ("--summary", tr.event_cli_summary()),
        ("--improvements", tr.event_cli_improvements()),
    ]
}

fn log(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("log", tr.log_cli()),
        ("log list", tr.log_cli_list()),
        ("log list --from", tr.log_cli_from()),
        ("log list --to", tr.log_cli_to()),
        ("log add", tr.log_cli_add()),
        ("log correct", tr.log_cli_correct()),
        ("log correct --entry", tr.log_cli_key()),
        ("log remove", tr.log_cli_remove()),
        ("log remove --entry", tr.log_cli_key()),
        ("log counts", tr.log_cli_counts()),
        ("log counts --from", tr.log_cli_from()),
        ("log counts --to", tr.log_cli_to()),
        ("log add --about", tr.log_cli_about()),
        ("log add --step", tr.log_cli_step()),
        ("log add --nil", tr.log_cli_nil()),
        ("log add --from", tr.log_cli_period_from()),
        ("log add --to", tr.log_cli_period_to()),
        ("log correct --about", tr.log_cli_about()),
        ("log correct --step", tr.log_cli_step()),
        ("log correct --nil", tr.log_cli_nil()),
        ("log correct --from", tr.log_cli_period_from()),
        ("log correct --to", tr.log_cli_period_to()),
    ]
}

fn told(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("case step --at", tr.log_cli_at()),
        ("case step --unit", tr.log_cli_unit()),
        ("case step --whom", tr.log_cli_whom()),
        ("case step --phone", tr.log_cli_phone()),
        ("case step --way", tr.log_cli_way()),
        ("case step --reporter", tr.log_cli_reporter()),
        ("case step --content", tr.log_cli_content()),
        ("case step --answer", tr.log_cli_answer()),
        ("event report --at", tr.log_cli_at()),
        ("event report --unit", tr.log_cli_unit()),
        ("event report --whom", tr.log_cli_whom()),
        ("event report --phone", tr.log_cli_phone()),
        ("event report --way", tr.log_cli_way()),
        ("event report --reporter", tr.log_cli_reporter()),
        ("event report --content", tr.log_cli_content()),
        ("event report --answer", tr.log_cli_answer()),
        ("log add --at", tr.log_cli_at()),
        ("log add --unit", tr.log_cli_unit()),
        ("log add --whom", tr.log_cli_whom()),
        ("log add --phone", tr.log_cli_phone()),
        ("log add --way", tr.log_cli_way()),
        ("log add --reporter", tr.log_cli_reporter()),
        ("log add --content", tr.log_cli_content()),
        ("log add --answer", tr.log_cli_answer()),
        ("log correct --at", tr.log_cli_at()),
        ("log correct --unit", tr.log_cli_unit()),
        ("log correct --whom", tr.log_cli_whom()),
        ("log correct --phone", tr.log_cli_phone()),
        ("log correct --way", tr.log_cli_way()),
        ("log correct --reporter", tr.log_cli_reporter()),
        ("log correct --content", tr.log_cli_content()),
        ("log correct --answer", tr.log_cli_answer()),
    ]
}
