//! Heading under which a form or letter is listed.

use serde::{Deserialize, Serialize};

/// Heading under which something is listed, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperGroup {
    /// 每天
    #[default]
    Daily,
    /// 追踪
    Tracing,
    /// 消毒、通风、物资
    Hygiene,
    /// 门卫
    Gate,
    /// 值班、培训、演练
    Duty,
    /// 自查、迎检
    Inspection,
    /// 告家长书
    Letters,
    /// 名册
    Roster,
    /// 预案
    Plan,
}
