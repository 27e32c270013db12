//! Words of cases, events and reports: certainty, basis, class of a disease, outcome, level, ways of reporting.

use super::Tr;
use crate::domain::illness_case::{Basis, Certainty, Outcome};
use crate::domain::report_entry::ReportWay;
use crate::domain::rule_book::{DiseaseClass, DiseaseEntry};
use crate::domain::school_event::{EventLevel, EventReport};

impl Tr {
    /// 疑似, 确诊, 排除
    pub fn certainty(&self, certainty: Certainty) -> String {
        match certainty {
            Certainty::Suspected => self.case_suspected(),
            Certainty::Diagnosed => self.case_diagnosed(),
            Certainty::RuledOut => self.case_ruled_out(),
        }
    }

    /// 诊断证明, 家长自述
    pub fn basis(&self, basis: Basis) -> String {
        match basis {
            Basis::Certificate => self.case_basis_certificate(),
            Basis::Parents => self.case_basis_parents(),
        }
    }

    /// 痊愈, 排除, 转走 …
    pub fn outcome(&self, outcome: Outcome) -> String {
        match outcome {
            Outcome::Recovered => self.case_outcome_recovered(),
            Outcome::RuledOut => self.case_ruled_out(),
            Outcome::Left => self.case_outcome_left(),
            Outcome::Died => self.case_outcome_died(),
            Outcome::Other => self.case_outcome_other(),
        }
    }

    /// 甲类, 乙类（按甲类管理）, 丙类; 不明原因 or 未列入 beside the list
    pub fn disease_class(&self, disease: &DiseaseEntry) -> String {
        match disease.class {
            _ if disease.emerging => self.case_class_emerging(),
            DiseaseClass::A => self.case_class_a(),
            DiseaseClass::B if disease.managed_as == Some(DiseaseClass::A) => self.case_class_b_as_a(),
            DiseaseClass::B => self.case_class_b(),
            DiseaseClass::C => self.case_class_c(),
            DiseaseClass::None => self.case_class_none(),
        }
    }

    /// 电话, 当面 …
    pub fn report_way(&self, way: ReportWay) -> String {
        match way {
            ReportWay::Phone => self.log_way_phone(),
            ReportWay::InPerson => self.log_way_in_person(),
            ReportWay::Paper => self.log_way_paper(),
            ReportWay::Fax => self.log_way_fax(),
            ReportWay::Message => self.log_way_message(),
        }
    }

    /// 初次报告, 进程报告, 结案报告
    pub fn event_report(&self, report: EventReport) -> String {
        match report {
            EventReport::First => self.event_first(),
            EventReport::Progress => self.event_progress(),
            EventReport::Closing => self.event_closing(),
        }
    }

    /// 未定级, Ⅳ级（一般） …
    pub fn event_level(&self, level: EventLevel) -> String {
        match level {
            EventLevel::Ungraded => self.event_level_ungraded(),
            EventLevel::Iv => self.event_level_iv(),
            EventLevel::Iii => self.event_level_iii(),
            EventLevel::Ii => self.event_level_ii(),
            EventLevel::I => self.event_level_i(),
        }
    }
}
