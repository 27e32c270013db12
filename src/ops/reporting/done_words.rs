//! Operations about cases, events and the report log in words.

use serde_json::Value;

use crate::ops::book::Book;

impl Book {
    /// `已记入上报记录：卫生院/疾控`; `None` for an operation of another kind.
    pub(in crate::ops) fn reporting_done(&self, kind: &str, detail: &Value) -> Option<String> {
        let tr = &self.tr;
        let step = detail.get("step").and_then(Value::as_str).unwrap_or_default();
        Some(match kind {
            "case" => tr.case_done(),
            "case_close" => tr.case_done_close(),
            "event" => tr.event_done(),
            "event_close" => tr.event_done_close(),
            "log" => match self.step_name(step).as_str() {
                "" => tr.log_done(),
                name => tr.log_done_step(name),
            },
            "log_remove" => tr.log_done_remove(),
            _ => return None,
        })
    }
}
