//! Words of fixed terms: sessions, states, attendance, sites.

use super::Tr;
use crate::domain::progress::Stage;
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
