//! The table of keys. The order inside a place is the order of the bottom bar.

use iced::keyboard::key::Named;

use super::{Area as A, Binding, Command as C, Stroke};
use crate::i18n::Tr;

const UP: Stroke = Stroke::named(Named::ArrowUp);
const DOWN: Stroke = Stroke::named(Named::ArrowDown);
const LEFT: Stroke = Stroke::named(Named::ArrowLeft);
const RIGHT: Stroke = Stroke::named(Named::ArrowRight);
const ENTER: Stroke = Stroke::named(Named::Enter);
const ESC: Stroke = Stroke::named(Named::Escape);
const SPACE: Stroke = Stroke::named(Named::Space);
const TAB: Stroke = Stroke::named(Named::Tab);

const fn key(sign: char) -> Stroke {
    Stroke::sign(sign)
}

const fn ctrl(sign: char) -> Stroke {
    Stroke::sign(sign).ctrl()
}

/// Shown in the bottom bar and on the help sheet.
const fn bar(area: A, strokes: &'static [(Stroke, C)], word: fn(&Tr) -> String) -> Binding {
    Binding { area, strokes, word, bar: true }
}

/// Shown on the help sheet alone: the button that does the same carries the key already.
const fn help(area: A, strokes: &'static [(Stroke, C)], word: fn(&Tr) -> String) -> Binding {
    Binding { area, strokes, word, bar: false }
}

pub(super) const TABLE: &[Binding] = &[
    help(A::Everywhere, &[(Stroke::named(Named::F1), C::Help)], Tr::frame_help),
    help(A::Everywhere, &[(Stroke::named(Named::F2), C::GoToday)], Tr::frame_today),
    help(A::Everywhere, &[(Stroke::named(Named::F3), C::GoRoster)], Tr::frame_roster),
    help(A::Everywhere, &[(Stroke::named(Named::F4), C::GoTrace)], Tr::frame_trace),
    help(A::Everywhere, &[(Stroke::named(Named::F5), C::GoPlan)], Tr::frame_plan),
    help(A::Everywhere, &[(Stroke::named(Named::F7), C::GoPrint)], Tr::frame_print),
    help(A::Everywhere, &[(Stroke::named(Named::F8), C::GoUsb)], Tr::frame_usb),
    help(A::Everywhere, &[(Stroke::named(Named::F9), C::GoSettings)], Tr::frame_settings),
    help(A::Everywhere, &[(ctrl('z'), C::Undo)], Tr::frame_undo),
    help(A::Everywhere, &[(TAB, C::FocusNext), (TAB.shift(), C::FocusPrevious)], Tr::keys_tab),
    help(
        A::Everywhere,
        &[(ctrl('+'), C::Larger), (ctrl('='), C::Larger), (ctrl('-'), C::Smaller)],
        Tr::keys_text_size,
    ),
    help(A::Everywhere, &[(ESC, C::Back)], Tr::keys_back_twice),
    bar(A::Today, &[(UP, C::Previous), (DOWN, C::Next)], Tr::today_key_move),
    bar(A::Today, &[(key('0'), C::Nil)], Tr::today_key_nil),
    bar(A::Today, &[(ENTER, C::Open)], Tr::today_key_open),
    help(A::Today, &[(key('e'), C::Evidence)], Tr::today_key_evidence),
    help(A::Today, &[(key('v'), C::Reply)], Tr::alert_reply),
    help(A::Today, &[(key('a'), C::Emergency)], Tr::keys_emergency),
    help(A::Today, &[(key('d'), C::SetDue)], Tr::today_other_day_row),
    help(A::Today, &[(key('m'), C::Gate)], Tr::gate_title),
    help(A::Today, &[(key('c'), C::Calls)], Tr::missing_title),
    help(A::Today, &[(key('g'), C::Corrections)], Tr::correction_list),
    bar(A::Today, &[(ctrl('k'), C::Find)], Tr::keys_find_person),
    help(A::Today, &[(ctrl('p'), C::Print)], Tr::keys_daily_report),
    bar(A::SheetJump, &[(LEFT, C::Previous), (RIGHT, C::Next)], Tr::keys_choose_match),
    bar(A::SheetJump, &[(ENTER, C::Open)], Tr::keys_to_row),
    bar(A::SheetJump, &[(UP, C::PageUp), (DOWN, C::PageDown)], Tr::keys_choose_row),
    help(A::SheetJump, &[(ENTER.ctrl(), C::Confirm)], Tr::keys_confirm_sheet),
    help(A::SheetJump, &[(ctrl('t'), C::Save)], Tr::keys_handed_in),
    bar(A::SheetJump, &[(ESC, C::Back)], Tr::keys_back),
    bar(A::SheetRow, &[(UP, C::Previous), (DOWN, C::Next)], Tr::keys_choose_row),
    bar(A::SheetRow, &[(SPACE, C::Accept)], Tr::keys_accept),
    bar(A::SheetRow, &[(Stroke::named(Named::Delete), C::Clear)], Tr::keys_clear),
    help(A::SheetRow, &[(key('r'), C::Repeat)], Tr::keys_repeat),
    help(A::SheetRow, &[(ENTER, C::Open)], Tr::keys_to_jump),
    help(A::SheetRow, &[(key('i'), C::Details)], Tr::keys_details),
    help(A::SheetRow, &[(key('e'), C::Evidence)], Tr::today_key_evidence),
    help(A::SheetRow, &[(key('v'), C::Reply)], Tr::alert_reply),
    help(A::SheetRow, &[(key('a'), C::Emergency)], Tr::keys_emergency),
    help(A::SheetRow, &[(key('g'), C::Return)], Tr::return_key_check),
    help(A::SheetRow, &[(key('u'), C::Case)], Tr::sheet_key_case),
    help(A::SheetRow, &[(ENTER.ctrl(), C::Confirm)], Tr::keys_confirm_sheet),
    bar(A::SheetRow, &[(ESC, C::Back)], Tr::keys_back),
    bar(A::Gate, &[(ENTER, C::Confirm)], Tr::gate_file),
    bar(A::Gate, &[(LEFT, C::Previous), (RIGHT, C::Next)], Tr::gate_instrument),
    bar(A::Gate, &[(Stroke::named(Named::Delete), C::Clear)], Tr::keys_clear),
    bar(A::Gate, &[(ESC, C::Back)], Tr::keys_back),
    bar(A::Roster, &[(UP, C::Previous), (DOWN, C::Next)], Tr::keys_choose_row),
    bar(A::Roster, &[(ENTER, C::Open)], Tr::keys_open),
    bar(A::Roster, &[(ctrl('f'), C::Find)], Tr::keys_find),
    bar(A::Roster, &[(UP.ctrl(), C::ClassBefore), (DOWN.ctrl(), C::ClassAfter)], Tr::roster_screen_key_class),
    bar(
        A::Roster,
        &[(Stroke::named(Named::PageUp), C::PageUp), (Stroke::named(Named::PageDown), C::PageDown)],
        Tr::keys_turn_page,
    ),
    help(A::Roster, &[(ctrl('n'), C::New)], Tr::keys_new),
    help(A::Roster, &[(ctrl('t'), C::NewStaff)], Tr::roster_screen_new_staff),
    help(A::Roster, &[(ctrl('i'), C::Import)], Tr::roster_screen_import),
    help(A::Roster, &[(ctrl('p'), C::Print)], Tr::roster_screen_print),
    bar(A::Roster, &[(ctrl('u'), C::Promote)], Tr::promotion_title),
    bar(A::Roster, &[(ctrl('m'), C::Mark)], Tr::group_screen_mark),
    bar(A::Roster, &[(ctrl('s'), C::Save)], Tr::roster_screen_export),
    bar(A::Person, &[(ENTER, C::Next)], Tr::person_key_next),
    bar(A::Person, &[(ctrl('s'), C::Save)], Tr::person_save),
    bar(
        A::Person,
        &[
            (Stroke::named(Named::PageUp).ctrl(), C::PageUp),
            (Stroke::named(Named::PageDown).ctrl(), C::PageDown),
        ],
        Tr::person_file_key_tab,
    ),
    help(A::Person, &[(ctrl('p'), C::Print)], Tr::person_file_print),
    bar(A::Person, &[(ESC, C::Back)], Tr::keys_back),
    bar(A::ImportLayout, &[(UP, C::Previous), (DOWN, C::Next)], Tr::keys_choose_column),
    bar(A::ImportLayout, &[(ENTER, C::Open)], Tr::keys_set_column),
    bar(A::ImportLayout, &[(Stroke::named(Named::Delete), C::Clear)], Tr::keys_unused_column),
    bar(
        A::ImportLayout,
        &[(Stroke::named(Named::PageUp), C::PageUp), (Stroke::named(Named::PageDown), C::PageDown)],
        Tr::keys_header_row,
    ),
    help(A::ImportLayout, &[(UP.ctrl(), C::ClassBefore), (DOWN.ctrl(), C::ClassAfter)], Tr::keys_table),
    help(A::ImportLayout, &[(ENTER.ctrl(), C::Confirm)], Tr::import_layout_next),
    bar(A::Import, &[(key('1'), C::Same)], Tr::keys_same),
    bar(A::Import, &[(key('2'), C::Other)], Tr::keys_other),
    bar(A::Import, &[(key('3'), C::Skip)], Tr::keys_skip),
    bar(A::Import, &[(UP, C::Previous), (DOWN, C::Next)], Tr::keys_choose_row),
    bar(
        A::Import,
        &[(Stroke::named(Named::PageUp), C::PageUp), (Stroke::named(Named::PageDown), C::PageDown)],
        Tr::keys_turn_page,
    ),
    help(A::Import, &[(ctrl('o'), C::Open)], Tr::import_choose),
    help(A::Import, &[(ENTER.ctrl(), C::Confirm)], Tr::keys_write),
    help(A::Import, &[(key('l'), C::Columns)], Tr::import_columns),
    help(A::Import, &[(key('k'), C::ShowKept)], Tr::import_kept),
    help(A::Import, &[(key('t'), C::ShowWarned)], Tr::import_warned),
    help(A::Import, &[(key('b'), C::ShowMissing)], Tr::import_missing),
    help(A::Import, &[(ctrl('i'), C::Import)], Tr::import_another),
    help(A::Import, &[(ctrl('s'), C::Save)], Tr::import_save_report),
    help(A::Import, &[(ctrl('e'), C::SaveWorkbook)], Tr::import_save_rows),
    help(A::Import, &[(ctrl('p'), C::Print)], Tr::keys_print),
    bar(A::ImportKept, &[(key('1'), C::Same)], Tr::import_keep_own),
    bar(A::ImportKept, &[(key('2'), C::Other)], Tr::import_take_file),
    bar(A::ImportKept, &[(key('a'), C::All)], Tr::import_all_file),
    bar(A::ImportMissing, &[(key('1'), C::Same)], Tr::import_stays),
    bar(A::ImportMissing, &[(key('2'), C::Other)], Tr::import_left),
    bar(A::ImportMissing, &[(key('a'), C::All)], Tr::import_all_left),
    bar(A::Promotion, &[(UP, C::Previous), (DOWN, C::Next)], Tr::keys_choose_row),
    help(A::Promotion, &[(key('1'), C::Same)], Tr::promotion_way_up),
    help(A::Promotion, &[(key('2'), C::Other)], Tr::promotion_way_again),
    help(A::Promotion, &[(key('3'), C::Skip)], Tr::promotion_way_leave),
    bar(A::Promotion, &[(key('e'), C::Details)], Tr::promotion_key_target),
    bar(A::Promotion, &[(ENTER, C::Open)], Tr::promotion_pupils),
    bar(A::Promotion, &[(ctrl('f'), C::Find)], Tr::keys_find),
    bar(
        A::Promotion,
        &[(Stroke::named(Named::PageUp), C::PageUp), (Stroke::named(Named::PageDown), C::PageDown)],
        Tr::keys_turn_page,
    ),
    help(A::Promotion, &[(ENTER.ctrl(), C::Confirm)], Tr::keys_write),
    bar(A::Trace, &[(UP, C::Previous), (DOWN, C::Next)], Tr::trace_key_move),
    bar(A::Trace, &[(ENTER, C::Open)], Tr::trace_key_talk),
    bar(A::Trace, &[(key('p'), C::Details)], Tr::trace_key_person),
    help(
        A::Trace,
        &[
            (Stroke::named(Named::PageUp).ctrl(), C::PageUp),
            (Stroke::named(Named::PageDown).ctrl(), C::PageDown),
        ],
        Tr::person_file_key_tab,
    ),
    help(A::Trace, &[(ENTER.ctrl(), C::Confirm)], Tr::trace_save),
    help(A::Trace, &[(ctrl('n'), C::Skip)], Tr::trace_unreached),
    help(A::Trace, &[(ctrl('p'), C::Print)], Tr::trace_call_list),
    bar(A::TraceReturns, &[(UP, C::Previous), (DOWN, C::Next)], Tr::trace_key_move),
    bar(A::TraceReturns, &[(ENTER, C::Open)], Tr::return_key_fields),
    bar(A::TraceReturns, &[(key('v'), C::Read)], Tr::trace_key_person),
    help(A::TraceReturns, &[(ctrl('n'), C::Skip)], Tr::isolation_begin),
    help(A::TraceReturns, &[(ENTER.ctrl(), C::Confirm)], Tr::return_key_confirm),
    bar(A::Cases, &[(UP, C::Previous), (DOWN, C::Next)], Tr::case_key_move),
    bar(A::Cases, &[(key('r'), C::Tell)], Tr::case_tell),
    bar(A::Cases, &[(ENTER, C::Open)], Tr::case_edit),
    bar(A::Cases, &[(key('p'), C::Details)], Tr::trace_key_person),
    help(A::Cases, &[(key('n'), C::New)], Tr::case_new),
    help(A::Cases, &[(key('j'), C::Finish)], Tr::case_close),
    help(A::Cases, &[(ctrl('p'), C::Print)], Tr::case_print),
    help(A::Cases, &[(ENTER.ctrl(), C::Confirm)], Tr::case_save),
    bar(A::Events, &[(UP, C::Previous), (DOWN, C::Next)], Tr::event_key_move),
    bar(A::Events, &[(key('r'), C::Tell)], Tr::case_tell),
    bar(A::Events, &[(ENTER, C::Open)], Tr::event_edit),
    help(A::Events, &[(key('c'), C::Read)], Tr::picture_see_curve),
    help(A::Events, &[(key('n'), C::New)], Tr::event_new),
    help(A::Events, &[(key('j'), C::Finish)], Tr::event_close),
    help(A::Events, &[(ENTER.ctrl(), C::Confirm)], Tr::event_save),
    bar(A::Log, &[(UP, C::Previous), (DOWN, C::Next)], Tr::log_key_move),
    bar(A::Log, &[(LEFT, C::PageUp), (RIGHT, C::PageDown)], Tr::log_key_month),
    bar(A::Log, &[(ENTER, C::Open)], Tr::log_correct),
    bar(A::Log, &[(Stroke::named(Named::Delete), C::Clear)], Tr::log_remove),
    help(A::Log, &[(key('r'), C::Tell)], Tr::log_daily_new),
    help(A::Log, &[(key('n'), C::New)], Tr::log_other_new),
    help(A::Log, &[(ctrl('p'), C::Print)], Tr::case_print),
    help(A::Log, &[(ENTER.ctrl(), C::Confirm)], Tr::log_save),
    bar(A::Plan, &[(UP, C::Previous), (DOWN, C::Next)], Tr::plan_screen_key_move),
    bar(A::Plan, &[(SPACE, C::Accept)], Tr::keys_done),
    bar(A::Plan, &[(key('p'), C::Assign)], Tr::plan_screen_key_person),
    bar(A::Plan, &[(key('d'), C::SetDue)], Tr::plan_screen_key_due),
    help(A::Plan, &[(key('r'), C::Reopen)], Tr::plan_screen_key_reopen),
    help(A::Plan, &[(key('v'), C::Read)], Tr::plan_screen_text_show),
    help(A::Plan, &[(ENTER.ctrl(), C::Confirm)], Tr::plan_screen_complete),
    help(A::Plan, &[(ctrl('p'), C::Print)], Tr::keys_print),
    bar(
        A::Print,
        &[(Stroke::named(Named::PageUp), C::PageUp), (Stroke::named(Named::PageDown), C::PageDown)],
        Tr::keys_turn_page,
    ),
    bar(A::Print, &[(key('+'), C::ZoomIn), (key('-'), C::ZoomOut)], Tr::keys_zoom),
    bar(A::Print, &[(key('0'), C::WholePage)], Tr::keys_whole_page),
    bar(A::Print, &[(key('1'), C::PageWidth)], Tr::keys_page_width),
    help(A::Print, &[(ctrl('p'), C::Print)], Tr::keys_print),
    help(A::Print, &[(ctrl('s'), C::Save)], Tr::keys_save_pdf),
    help(A::Print, &[(ctrl('e'), C::SaveWorkbook)], Tr::print_screen_xlsx),
    help(A::Print, &[(UP, C::Previous), (DOWN, C::Next)], Tr::print_screen_key_choose),
    help(A::Print, &[(key('c'), C::Scope)], Tr::print_screen_key_scope),
    help(A::Print, &[(key('b'), C::Blank)], Tr::print_screen_key_blank),
    bar(A::Usb, &[(UP, C::Previous), (DOWN, C::Next)], Tr::keys_choose_stick),
    bar(A::Usb, &[(key('r'), C::Refresh)], Tr::usb_screen_refresh),
    help(A::Usb, &[(ENTER.ctrl(), C::Confirm)], Tr::keys_write),
    bar(A::FirstStart, &[(ENTER, C::Confirm)], Tr::keys_next_step),
    bar(A::FirstStart, &[(LEFT.alt(), C::Back)], Tr::keys_step_before),
    bar(A::Dialog, &[(TAB, C::FocusNext), (TAB.shift(), C::FocusPrevious)], Tr::keys_tab),
    bar(A::Dialog, &[(ESC, C::Back)], Tr::keys_harmless),
];
