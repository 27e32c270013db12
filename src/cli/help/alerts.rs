//! What the commands of alerts and their rules say of themselves.

use crate::i18n::Tr;

pub(super) fn texts(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("alert", tr.cli_alert()),
        ("alert list", tr.cli_alert_list()),
        ("alert list --from", tr.alert_cli_from()),
        ("alert answer", tr.alert_cli_answer()),
        ("alert answer --key", tr.alert_cli_key()),
        ("alert answer --comment", tr.alert_cli_comment()),
        ("alert answer --reported_to", tr.alert_cli_reported_to()),
        ("alert answer --event", tr.alert_cli_event()),
        ("rules", tr.alert_cli_rules()),
        ("rules list", tr.alert_cli_rules_list()),
        ("rules choose", tr.alert_cli_choose()),
        ("rules choose --rules", tr.alert_cli_rules_id()),
        ("rules choose --on", tr.alert_cli_on()),
        ("rules choose --off", tr.alert_cli_off()),
    ]
}
