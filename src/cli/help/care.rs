//! What the commands about people who are kept apart or come back say of themselves.

use crate::i18n::Tr;

pub(super) fn isolation(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("isolation", tr.isolation_cli()),
        ("isolation list", tr.isolation_cli_list()),
        ("isolation list --from", tr.isolation_cli_from()),
        ("isolation list --to", tr.isolation_cli_to()),
        ("isolation begin", tr.isolation_cli_begin()),
        ("isolation begin --person", tr.cli_person()),
        ("isolation begin --kind", tr.isolation_cli_kind()),
        ("isolation begin --at", tr.isolation_cli_at()),
        ("isolation begin --symptom", tr.cli_symptom()),
        ("isolation revise", tr.isolation_cli_revise()),
        ("isolation revise --id", tr.isolation_cli_id()),
        ("isolation follow", tr.isolation_cli_follow()),
        ("isolation follow --id", tr.isolation_cli_id()),
        ("isolation follow --at", tr.isolation_cli_at()),
        ("isolation follow --temp", tr.cli_temp()),
        ("isolation follow --symptom", tr.cli_symptom()),
        ("isolation follow --looked_by", tr.isolation_cli_looked_by()),
        ("isolation end", tr.isolation_cli_end()),
        ("isolation end --id", tr.isolation_cli_id()),
        ("isolation end --how", tr.isolation_cli_how()),
        ("isolation end --at", tr.isolation_cli_at()),
        ("--place", tr.isolation_cli_place()),
        ("--found_at", tr.isolation_cli_found_at()),
        ("--found_by", tr.isolation_cli_found_by()),
        ("--until", tr.isolation_cli_until()),
        ("--called", tr.isolation_cli_called()),
        ("--came", tr.isolation_cli_came()),
        ("--hospital", tr.isolation_cli_hospital()),
        ("--transport", tr.isolation_cli_transport()),
        ("--disinfected", tr.isolation_cli_disinfected()),
        ("--disinfected_by", tr.isolation_cli_disinfected_by()),
    ]
}
