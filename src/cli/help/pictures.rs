//! What the commands about pictures say of themselves.

use crate::i18n::Tr;

pub(super) fn texts(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("picture", tr.picture_cli()),
        ("picture curve", tr.picture_cli_curve()),
        ("picture curve --split", tr.picture_cli_split()),
        ("picture curve --symptom", tr.picture_cli_symptom()),
        ("picture curve --event", tr.picture_cli_event()),
        ("picture band", tr.picture_cli_band()),
        ("picture band --measure", tr.picture_cli_measure()),
        ("picture heat", tr.picture_cli_heat()),
        ("picture --from", tr.picture_cli_from()),
        ("picture --to", tr.picture_cli_to()),
        ("picture --grade", tr.picture_cli_grade()),
        ("picture --out", tr.picture_cli_out()),
    ]
}
