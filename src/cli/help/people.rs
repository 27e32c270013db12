//! What the commands about one person and about groups beside the classes say of themselves.

use crate::i18n::Tr;

pub(super) fn person(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("roster person", tr.person_file_cli_person()),
        ("roster person --person", tr.person_file_cli_key()),
        ("roster person --page", tr.person_file_cli_page()),
        ("roster health", tr.person_file_cli_health()),
        ("roster health --person", tr.person_file_cli_key()),
        ("roster health --set", tr.person_file_cli_set()),
        ("roster health --on", tr.person_file_cli_on()),
        ("roster vaccination", tr.person_file_cli_vaccination()),
        ("roster vaccination --person", tr.person_file_cli_key()),
        ("roster vaccination --on", tr.person_file_cli_vaccination_on()),
        ("roster vaccination --certificate", tr.person_file_cli_certificate()),
        ("roster vaccination --replaced", tr.person_file_cli_replaced()),
        ("roster vaccination --dose", tr.person_file_cli_dose()),
        ("roster vaccination --complete", tr.person_file_cli_complete()),
        ("roster vaccination --checked_by", tr.person_file_cli_checked_by()),
        ("roster vaccination --remove", tr.person_file_cli_remove()),
    ]
}

pub(super) fn groups(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("class kind", tr.group_cli_kind()),
        ("class kind --kind", tr.group_cli_kind_kind()),
        ("--grade", tr.group_cli_grade()),
        ("roster boarding", tr.group_cli_boarding()),
        ("roster boarding --person", tr.roster_cli_person()),
        ("roster boarding --from", tr.roster_cli_from()),
        ("roster grade", tr.group_cli_pupil_grade()),
        ("roster grade --person", tr.roster_cli_person()),
        ("roster list --group", tr.group_cli_only()),
        ("roster group", tr.group_cli()),
        ("roster group list", tr.group_cli_list()),
        ("roster group add", tr.group_cli_add()),
        ("roster group add --label", tr.group_cli_label()),
        ("roster group add --bus", tr.group_cli_bus()),
        ("roster group add --meal", tr.group_cli_meal()),
        ("roster group rename", tr.group_cli_rename()),
        ("roster group rename --group", tr.group_cli_group()),
        ("roster group rename --label", tr.group_cli_label()),
        ("roster group close", tr.group_cli_close()),
        ("roster group close --group", tr.group_cli_group()),
        ("roster group close --on", tr.group_cli_on()),
        ("roster group join", tr.group_cli_join()),
        ("roster group join --group", tr.group_cli_group()),
        ("roster group join --person", tr.group_cli_person()),
        ("roster group join --class", tr.group_cli_class()),
        ("roster group join --find", tr.group_cli_find()),
        ("roster group join --from", tr.roster_cli_from()),
        ("roster group leave", tr.group_cli_leave()),
        ("roster group leave --group", tr.group_cli_group()),
        ("roster group leave --person", tr.group_cli_person()),
        ("roster group leave --class", tr.group_cli_class()),
        ("roster group leave --find", tr.group_cli_find()),
        ("roster group leave --on", tr.group_cli_on()),
    ]
}
