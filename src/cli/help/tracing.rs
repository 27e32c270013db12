//! What the commands about absences say of themselves.

use crate::i18n::Tr;

pub(super) fn texts(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("trace", tr.trace_cli_trace()),
        ("trace list", tr.trace_cli_list()),
        ("trace list --open", tr.trace_cli_list_open()),
        ("trace list --closed", tr.trace_cli_list_closed()),
        ("trace add", tr.trace_cli_add()),
        ("trace add --person", tr.trace_cli_person()),
        ("trace add --at", tr.trace_cli_at()),
        ("trace add --unreached", tr.trace_cli_unreached()),
        ("trace add --with", tr.trace_cli_with()),
        ("trace add --relation", tr.trace_cli_relation()),
        ("trace add --phone", tr.trace_cli_phone()),
        ("trace add --symptom", tr.trace_cli_symptom()),
        ("trace add --no_symptoms", tr.trace_cli_no_symptoms()),
        ("trace add --onset", tr.cli_onset()),
        ("trace add --seen", tr.cli_seen()),
        ("trace add --hospital", tr.trace_cli_hospital()),
        ("trace add --diagnosis", tr.trace_cli_diagnosis()),
        ("trace add --basis", tr.trace_cli_basis()),
        ("trace add --ill_at_home", tr.trace_cli_ill_at_home()),
        ("trace add --sent_where", tr.trace_cli_sent_where()),
        ("trace add --next_call", tr.trace_cli_next_call()),
        ("trace close", tr.trace_cli_close()),
        ("trace close --person", tr.trace_cli_person()),
        ("trace close --diagnosis", tr.trace_cli_close_diagnosis()),
        ("trace close --basis", tr.trace_cli_basis()),
        ("trace close --returned", tr.trace_cli_returned()),
        ("trace close --symptoms_ended", tr.trace_cli_symptoms_ended()),
        ("trace close --other_reason", tr.trace_cli_other_reason()),
        ("trace remove", tr.trace_cli_remove()),
        ("trace remove --id", tr.trace_cli_id()),
        ("trace remove --person", tr.trace_cli_person()),
    ]
}
