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
        ("rules figures", tr.own_rule_cli_figures()),
        ("rules figures --find", tr.own_rule_cli_find()),
        ("rules figures --own", tr.own_rule_cli_only_own()),
        ("rules own", tr.own_rule_cli()),
        ("rules own set", tr.own_rule_cli_set()),
        ("rules own set --rule", tr.own_rule_cli_rule()),
        ("rules own set --value", tr.own_rule_cli_value()),
        ("rules own set --from", tr.own_rule_cli_from()),
        ("rules own set --source", tr.own_rule_cli_source()),
        ("rules own set --approved_by", tr.own_rule_cli_approved_by()),
        ("rules own set --text", tr.own_rule_cli_text()),
        ("rules own withdraw", tr.own_rule_cli_withdraw()),
        ("rules own withdraw --rule", tr.own_rule_cli_rule()),
        ("rules own withdraw --from", tr.own_rule_cli_from()),
        ("rules export", tr.own_rule_cli_export()),
        ("rules export --file", tr.own_rule_cli_file()),
        ("rules import", tr.own_rule_cli_import()),
        ("rules import --file", tr.own_rule_cli_file()),
    ]
}
