//! Words of fixed terms: sessions, states, attendance, sites.

use super::Tr;
use crate::domain::case_contact::Nearness;
use crate::domain::isolation::{IsolationEnd, IsolationKind};
use crate::domain::progress::Stage;
use crate::domain::return_clearance::{ReturnDecision, ReturnFlag};
use crate::domain::session::Session;
use crate::domain::sheet::SheetState;
use crate::domain::temperature::Site;

impl Tr {
    /// 晨检, 午检 …
    pub fn session(&self, session: Session) -> String {
        match session {
            Session::Morning => self.term_session_morning(),
            Session::Noon => self.term_session_noon(),
            Session::Evening => self.term_session_evening(),
            Session::Holiday => self.term_session_holiday(),
            Session::AllDay => self.term_session_all_day(),
        }
    }

    /// 未检, 零报告, 有异常
    pub fn sheet_state(&self, state: SheetState) -> String {
        match state {
            SheetState::Unchecked => self.term_state_unchecked(),
            SheetState::Nil => self.term_state_nil(),
            SheetState::Exceptions => self.term_state_exceptions(),
        }
    }

    /// 留观, 隔离
    pub fn isolation_kind(&self, kind: IsolationKind) -> String {
        match kind {
            IsolationKind::Observation => self.isolation_observation(),
            IsolationKind::Isolation => self.isolation_isolation(),
        }
    }

    /// 返回班级, 家长接回 …
    pub fn isolation_end(&self, end: IsolationEnd) -> String {
        match end {
            IsolationEnd::BackToClass => self.isolation_back_to_class(),
            IsolationEnd::TakenHome => self.isolation_taken_home(),
            IsolationEnd::Hospital => self.isolation_hospital(),
            IsolationEnd::Released => self.isolation_released(),
        }
    }

    /// 同宿舍, 邻座 …
    pub fn nearness(&self, nearness: Nearness) -> String {
        match nearness {
            Nearness::Room => self.contact_room(),
            Nearness::Seat => self.contact_seat(),
            Nearness::Class => self.contact_class(),
            Nearness::Other => self.contact_other(),
        }
    }

    /// 准予进班, 劝返
    pub fn return_decision(&self, decision: ReturnDecision) -> String {
        match decision {
            ReturnDecision::Admitted => self.return_admitted(),
            ReturnDecision::SentHome => self.return_sent_home(),
        }
    }

    /// What speaks against a return.
    pub fn return_flag(&self, flag: ReturnFlag) -> String {
        match flag {
            ReturnFlag::TooEarly => self.return_too_early(),
            ReturnFlag::OtherWayOpen => self.return_other_way_open(),
            ReturnFlag::DayUnknown => self.return_day_unknown(),
            ReturnFlag::CertificateIncomplete => self.return_certificate_incomplete(),
            ReturnFlag::NoCertificate => self.return_no_certificate(),
            ReturnFlag::CertificateTooOld => self.return_certificate_too_old(),
        }
    }

    /// What long work is at.
    pub fn stage(&self, stage: Stage) -> String {
        match stage {
            Stage::Reading => self.import_stage_reading(),
            Stage::Comparing => self.import_stage_comparing(),
            Stage::BackingUp => self.import_stage_backup(),
            Stage::Saving => self.import_stage_saving(),
            Stage::LayingOut => self.print_screen_stage_layout(),
            Stage::Writing => self.print_screen_stage_write(),
            Stage::Verifying => self.print_screen_stage_verify(),
        }
    }

    /// A class in a sentence by its short name: 三（2）班, but 幼儿班 as it is. Rooms and groups of the staff keep their
    /// names too.
    pub fn class(&self, short: &str) -> String {
        let of_a_grade = short.ends_with(['）', '一', '二', '三', '四', '五', '六', '七', '八', '九']);
        let takes_word = of_a_grade || short.ends_with("复式") || short.ends_with("学前");
        if takes_word { self.term_class(short) } else { short.to_owned() }
    }

    /// 腋, 额 …
    pub fn site(&self, site: Site) -> String {
        match site {
            Site::Axillary => self.term_site_axillary(),
            Site::Forehead => self.term_site_forehead(),
            Site::Ear => self.term_site_ear(),
            Site::Oral => self.term_site_oral(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn only_a_class_of_a_grade_takes_the_word() {
        let tr = Tr::new(Language::Chinese);
        let words =
            ["三（2）", "一", "复式", "幼儿班", "未分班", "2舍203", "教师组"].map(|short| tr.class(short));
        assert_eq!(words, ["三（2）班", "一班", "复式班", "幼儿班", "未分班", "2舍203", "教师组"]);
        assert_eq!(Tr::new(Language::English).class("三（2）"), "三（2）");
    }
}
