//! How the settings look: panels in one column, two where there is room.

use iced::Length::{Fill, FillPortion};
use iced::widget::{Column, Row, column, container, row};
use iced::{Alignment, Padding};

use super::{End, Message, SchoolField, Settings};
use crate::domain::calendar::{ExceptionKind, Season};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::effect::Preference;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Theme, size};
use crate::gui::widget::{
    Icon, KeyHint, button, checkbox, date_field, field, panel, radio, scroll, segments, text,
};
use crate::i18n::Language;
use crate::ops::settings::{SettingsOp, SettingsView};

pub(super) fn page<'a>(settings: &'a Settings, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_settings());
    let mut keys =
        vec![KeyHint::new("Ctrl+B", tr.settings_back_up()), KeyHint::new("Ctrl +/-", tr.settings_size())];
    if settings.school_changed() {
        keys.insert(0, KeyHint::new("Ctrl+S", tr.settings_save()));
    }
    let Some(data) = &settings.data else { return Page::reading(header, context) };
    let gap = context.breadth().gap();
    let left = column![
        school(settings, context),
        checks(data, context),
        deadlines(settings, data, context),
        rules(data, context),
        countings(data, context),
        looks(context)
    ]
    .spacing(gap)
    .width(Fill);
    let right = column![
        terms(settings, data, context),
        days(settings, data, context),
        backups(settings, data, context),
        inside(tr.home_title(), super::home::lines(&data.home, context))
    ]
    .spacing(gap)
    .width(Fill);
    let body: Element<'a, Message> = if context.breadth() == Breadth::Wide {
        row![left.width(FillPortion(1)), right.width(FillPortion(1))].spacing(gap).into()
    } else {
        column![left, right].spacing(gap).into()
    };
    let padded = container(body).padding([gap, context.breadth().edge()]);
    Page { header, body: scroll(padded).id("settings").height(Fill).into(), keys }
}

fn inside<'a>(title: String, content: Column<'a, Message, Theme>) -> Element<'a, Message> {
    let content = container(content.spacing(size::GAP)).padding(size::INSIDE).width(Fill);
    panel(content).head(title, None::<Element<'a, Message>>).into()
}

fn school<'a>(settings: &'a Settings, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let form = &settings.school;
    let typed = |which| move |words| Message::School(which, words);
    let missing = |value: &str| value.trim().is_empty().then(|| tr.settings_must_not_be_empty());
    let save = settings.school_changed().then_some(Message::SaveSchool);
    inside(
        tr.settings_school(),
        column![
            Element::from(
                field("school-name", tr.settings_school_name(), &form.name, typed(SchoolField::Name))
                    .error(missing(&form.name))
            ),
            Element::from(field("school-phone", tr.settings_phone(), &form.phone, typed(SchoolField::Phone))),
            Element::from(field(
                "school-principal",
                tr.settings_principal(),
                &form.principal,
                typed(SchoolField::Principal)
            )),
            Element::from(
                field(
                    "school-operator",
                    tr.settings_operator(),
                    &form.operator,
                    typed(SchoolField::Operator)
                )
                .error(missing(&form.operator))
            ),
            Element::from(
                button(tr.settings_save()).primary().key("Ctrl+S").id("save-school").on_press_maybe(save)
            ),
        ],
    )
}

fn looks(context: &Context) -> Element<'_, Message> {
    let tr = &context.tr;
    let languages = [(Language::Chinese, "中文"), (Language::English, "English")];
    let themes = [
        (Theme::Light, tr.settings_light()),
        (Theme::Dark, tr.settings_dark()),
        (Theme::HighContrast, tr.settings_contrast()),
    ];
    let sizes = size::SCALES.map(|scale| (scale, scale.to_string()));
    let choose = |preference: fn(u16) -> Preference| move |value| Message::Prefer(preference(value));
    inside(
        tr.settings_looks(),
        column![
            label(tr.settings_language()),
            segments("language", languages, tr.language(), |l| Message::Prefer(Preference::Language(l))),
            label(tr.settings_theme()),
            segments("theme", themes, context.theme, |t| Message::Prefer(Preference::Theme(t))),
            label(tr.settings_size()),
            segments("scale", sizes, context.scale, choose(Preference::Scale)),
        ],
    )
}

fn label<'a>(words: String) -> Element<'a, Message> {
    text(words).small().ink(Ink::Text2).into()
}

/// The school system with the one before and after it.
fn system<'a>(data: &'a SettingsView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let at = data.systems.iter().position(|system| Some(&system.id) == data.system.as_ref());
    let name = at.and_then(|at| data.systems.get(at)).map(|system| system.name.clone());
    let back = at.is_some().then_some(Message::System(-1));
    let on = (at.map_or(0, |at| at + 1) < data.systems.len()).then_some(Message::System(1));
    let turner = row![
        button("").icon(Icon::ChevronLeft).small().id("system-back").on_press_maybe(back),
        text(name.unwrap_or_else(|| tr.promotion_system_fits())),
        button("").icon(Icon::ChevronRight).small().id("system-on").on_press_maybe(on),
    ];
    let turner = turner.spacing(size::GAP).align_y(Alignment::Center);
    column![label(tr.promotion_system()), turner].spacing(2).into()
}

fn terms<'a>(settings: &'a Settings, data: &'a SettingsView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut lines = Column::new().push(system(data, context));
    for form in &settings.terms {
        let season = form.season;
        let (name, id) = match season {
            Season::Autumn => (tr.settings_autumn(), "autumn"),
            Season::Spring => (tr.settings_spring(), "spring"),
        };
        let typed = move |end| move |words| Message::Term(season, end, words);
        let changed = settings.term_changed(season);
        let wrong = (changed && settings.term_typed(season).is_none()).then(|| tr.settings_term_wrong());
        let save = (changed && wrong.is_none()).then_some(Message::SaveTerm(season));
        let line = row![
            date_field(
                format!("{id}-first"),
                tr.settings_first_day(),
                &form.first,
                tr.date_hint(),
                None::<String>,
                typed(End::First)
            ),
            date_field(
                format!("{id}-last"),
                tr.settings_last_day(),
                &form.last,
                tr.date_hint(),
                wrong,
                typed(End::Last)
            ),
            button(tr.settings_save()).id(format!("{id}-save")).on_press_maybe(save),
        ]
        .spacing(size::INSIDE)
        .align_y(Alignment::End);
        lines = lines.push(text(name).bold()).push(line.wrap().vertical_spacing(size::GAP));
    }
    inside(tr.settings_terms(), lines)
}

fn days<'a>(settings: &'a Settings, data: &'a SettingsView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let form = &settings.days;
    let kinds = [
        (ExceptionKind::DayOff, tr.settings_day_off()),
        (ExceptionKind::SchoolDay, tr.settings_school_day()),
    ];
    let typed = |end| move |words| Message::Day(end, words);
    let count = settings.days_typed().len();
    let add = (count > 0).then_some(Message::AddDays);
    let mut lines = column![
        segments("day-kind", kinds, form.kind, Message::Kind),
        row![
            date_field(
                "day-first",
                tr.settings_first_day(),
                &form.first,
                tr.date_hint(),
                None::<String>,
                typed(End::First)
            ),
            date_field(
                "day-last",
                tr.settings_last_day(),
                &form.last,
                tr.date_hint(),
                None::<String>,
                typed(End::Last)
            ),
        ]
        .spacing(size::INSIDE)
        .wrap()
        .vertical_spacing(size::TIGHT),
        Element::from(field("day-note", tr.settings_note(), &form.note, Message::Note)),
        Element::from(
            button(tr.settings_add_days(count)).icon(Icon::Plus).id("add-days").on_press_maybe(add)
        ),
    ];
    for exception in &data.exceptions {
        let kind = match exception.kind {
            ExceptionKind::DayOff => tr.settings_day_off(),
            ExceptionKind::SchoolDay => tr.settings_school_day(),
        };
        let words = format!("{} {} {kind}", exception.date, tr.weekday(exception.date));
        let line = row![
            text(words).line(),
            text(exception.note.as_deref().unwrap_or_default()).ink(Ink::Text2).shorten().width(Fill),
            button(tr.settings_clear_day())
                .plain()
                .small()
                .id(format!("clear-{}", exception.date))
                .on_press(Message::Clear(exception.date)),
        ]
        .spacing(size::GAP)
        .align_y(Alignment::Center);
        lines = lines.push(line);
    }
    inside(tr.settings_days(), lines)
}

/// What is checked in another way than usual.
fn checks<'a>(data: &'a SettingsView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut lines = Column::new();
    for check in &data.checks {
        let flip = Message::Check(check.id.clone(), !check.on);
        let from = check.from.map(|day| text(tr.settings_check_from(&tr.day(day))).small().ink(Ink::Warn));
        lines = lines.push(
            column![
                checkbox(format!("check-{}", check.id), check.name.as_str(), check.on, flip),
                container(text(check.text.as_str()).small().ink(Ink::Text2)).padding(BELOW_BOX),
            ]
            .push(from.map(|words| container(words).padding(BELOW_BOX)))
            .spacing(2),
        );
    }
    inside(tr.settings_checks(), lines)
}

/// How absences are counted, each way with its source.
fn countings<'a>(data: &'a SettingsView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut lines = Column::new();
    for one in &data.countings {
        let id = format!("counting-{}", one.id);
        let from = one.from.map(|day| text(tr.settings_check_from(&tr.day(day))).small().ink(Ink::Text2));
        lines = lines.push(
            column![
                radio(id, one.name.as_str(), one.on, Message::Choose(SettingsOp::Counting(one.id.clone()))),
                container(text(one.text.as_str()).small().ink(Ink::Text2)).padding(BELOW_BOX),
                container(text(tr.settings_counting_source(&one.source)).small().ink(Ink::Text3))
                    .padding(BELOW_BOX),
            ]
            .push(from.map(|words| container(words).padding(BELOW_BOX)))
            .spacing(2),
        );
    }
    inside(tr.settings_counting(), lines)
}

/// By what hour the sheets of each session are wanted.
fn deadlines<'a>(
    settings: &'a Settings,
    data: &'a SettingsView,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let changed = settings.deadlines_typed();
    let mut hours = Row::new().spacing(size::INSIDE);
    for (session, typed) in &settings.deadlines {
        let session = *session;
        let wrong = changed.iter().any(|(of, at)| *of == session && at.is_err());
        let hour = field(format!("deadline-{session}"), tr.session(session), typed, move |text| {
            Message::Deadline(session, text)
        });
        let hour = hour.error(wrong.then(|| tr.missing_deadline_wrong())).width(HOUR);
        let stored = data.deadlines.iter().find(|stored| stored.session == session);
        let usual = stored.map(|stored| {
            let rule = tr.missing_deadline_usual(&stored.usual.format("%H:%M").to_string());
            let from = stored.from.map(|day| tr.missing_deadline_from(&tr.day(day)));
            column![text(rule).small().ink(Ink::Text2)]
                .push(from.map(|words| text(words).small().ink(Ink::Warn)))
        });
        hours = hours.push(column![Element::from(hour)].push(usual).spacing(2).width(HOUR));
    }
    let whole = !changed.is_empty() && changed.iter().all(|(_, at)| at.is_ok());
    let save = button(tr.settings_save())
        .id("save-deadlines")
        .on_press_maybe(whole.then_some(Message::SaveDeadlines));
    inside(
        tr.missing_deadlines(),
        column![
            text(tr.missing_deadline_text()).small().ink(Ink::Text2),
            hours.wrap().vertical_spacing(size::GAP),
            save,
        ],
    )
}

/// Width of an hour with its rule.
const HOUR: f32 = 96.0;

/// Which editions of alert rules judge; the national standard always does.
fn rules<'a>(data: &'a SettingsView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let below = |words| container(text(words).small().ink(Ink::Text2)).padding(BELOW_BOX);
    let mut lines = Column::new();
    for edition in &data.editions {
        let flip = Message::Choose(SettingsOp::Rules(edition.id.clone(), !edition.on));
        let name: Element<'a, Message> = if edition.optional {
            checkbox(format!("rules-{}", edition.id), edition.name.as_str(), edition.on, flip)
        } else {
            container(text(edition.name.as_str())).padding(BELOW_BOX).into()
        };
        let marks = [
            edition.local.then(|| tr.alert_rules_local()),
            edition.unconfirmed.then(|| tr.alert_rules_unconfirmed()),
            edition.chosen.as_ref().map(|it| tr.alert_rules_chosen(&tr.day_and_time(it.at), &it.by)),
        ];
        let marks: Vec<String> = marks.into_iter().flatten().collect();
        let marks = (!marks.is_empty()).then(|| below(marks.join(&tr.ops_list_mark())));
        lines = lines.push(column![name, below(edition.text.clone())].push(marks).spacing(2));
    }
    let own = button(tr.own_rule_title()).icon(Icon::Sliders).id("own-rules").on_press(Message::OwnRules);
    inside(tr.alert_rules_title(), lines.push(container(own).padding(BELOW_BOX)))
}

/// Words below a box begin where its label does.
const BELOW_BOX: Padding = Padding { top: 0.0, right: 0.0, bottom: 0.0, left: 28.0 };

fn backups<'a>(settings: &'a Settings, data: &'a SettingsView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let save = settings.place_changed().then_some(Message::SavePlace);
    let place = row![
        Element::from(
            field("backup-place", tr.settings_backup_place(), &settings.backup_place, Message::Place)
                .hint(tr.settings_backup_place_hint())
        ),
        button(tr.settings_choose()).icon(Icon::Folder).id("pick-place").on_press(Message::PickPlace),
        button(tr.settings_save()).id("save-place").on_press_maybe(save),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::End);
    let away = data.backup_place.is_some() && !data.backup_place_there && !settings.place_changed();
    let away = away.then(|| text(tr.settings_backup_place_away()).small().ink(Ink::Warn));
    let latest = data
        .backups
        .first()
        .and_then(|info| info.path.file_name())
        .map(|name| name.to_string_lossy().into_owned());
    let count = match latest {
        Some(name) => tr.settings_backups(data.backups.len(), &name),
        None => tr.frame_no_backup(),
    };
    inside(
        tr.settings_data(),
        column![
            label(tr.settings_folder()),
            text(data.folder.display().to_string()).shorten_middle(),
            column![place].push(away).spacing(2),
            text(count).small().ink(Ink::Text2),
            container(
                button(tr.settings_back_up())
                    .icon(Icon::Save)
                    .key("Ctrl+B")
                    .id("back-up")
                    .on_press(Message::Choose(SettingsOp::BackUp))
            )
            .padding(Padding::ZERO),
        ],
    )
}
