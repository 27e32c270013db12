-- Format 2: what follows a finding: traces, cases, reports, clusters answered, isolation, return to class, home days.
-- Records of one person begin with that person, so that they are restored together and found by an index.

-- Groups of people who eat together are a kind of their own.
CREATE TABLE free_group_2 (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('bus', 'meal', 'free')),
    label      TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    closed_on  TEXT                      -- first day without it
) STRICT;
INSERT INTO free_group_2 SELECT id, kind, label, sort_order, closed_on FROM free_group;
DROP TABLE free_group;
ALTER TABLE free_group_2 RENAME TO free_group;

-- A confirmed sheet that was changed after its report had gone out: 更正, with its own number within the day.
CREATE TABLE correction (
    date    TEXT NOT NULL,               -- day of the sheet
    number  INTEGER NOT NULL,            -- counts within the day
    grp     TEXT NOT NULL,
    session TEXT NOT NULL,
    person  TEXT NOT NULL,
    body    TEXT NOT NULL,               -- JSON: reason, by, at, finding before and after
    PRIMARY KEY (date, number)
) STRICT;
CREATE INDEX correction_person ON correction (person);

-- One dated follow-up of an absence. It belongs to the absence that runs on the day `absent_on`.
CREATE TABLE trace (
    person    TEXT NOT NULL,
    id        TEXT NOT NULL,
    absent_on TEXT NOT NULL,             -- a day of the absence that it is about
    at        TEXT NOT NULL,
    next_call TEXT,                      -- when to call again; NULL: not agreed
    closes    INTEGER NOT NULL,          -- 1: ends the tracing of this absence
    body      TEXT NOT NULL,             -- JSON: who called whom, symptoms, hospital, diagnosis, closing …
    PRIMARY KEY (person, id)
) STRICT;
CREATE INDEX trace_absent_on ON trace (absent_on);

-- A suspected or diagnosed disease of one person.
CREATE TABLE illness_case (
    person    TEXT NOT NULL,
    id        TEXT NOT NULL,
    disease   TEXT NOT NULL,             -- id in assets/rules/diseases.toml
    known_at  TEXT NOT NULL,             -- when the school learned of it; the clocks run from here
    closed_on TEXT,
    body      TEXT NOT NULL,             -- JSON: certainty, basis, onset, hospital, limits as they were, closing …
    PRIMARY KEY (person, id)
) STRICT;
CREATE INDEX illness_case_id ON illness_case (id);
CREATE INDEX illness_case_known ON illness_case (known_at);
CREATE INDEX illness_case_closed ON illness_case (closed_on);

-- An outbreak or another event of the school, with its 初次, 进程 and 结案 reports.
CREATE TABLE event (
    id        TEXT PRIMARY KEY,
    known_at  TEXT NOT NULL,
    closed_on TEXT,
    body      TEXT NOT NULL              -- JSON: what, level, place, alert it grew out of, figures, measures …
) STRICT;

-- 上报记录: what was reported to whom, by telephone or on paper.
CREATE TABLE report_entry (
    id      TEXT PRIMARY KEY,
    at      TEXT NOT NULL,
    subject TEXT NOT NULL,               -- case:ID, event:ID, alert:KEY, day:DATE
    step    TEXT NOT NULL,               -- id of the step or report that it answers
    body    TEXT NOT NULL                -- JSON: to whom, person, telephone, how, by, answer
) STRICT;
CREATE INDEX report_entry_at ON report_entry (at);
CREATE INDEX report_entry_subject ON report_entry (subject);

-- What was said of an alert. The alert itself is derived from the sheets.
CREATE TABLE alert_answer (
    key       TEXT PRIMARY KEY,          -- rule, group, subject and first day of the run
    raised_on TEXT NOT NULL,
    at        TEXT NOT NULL,
    body      TEXT NOT NULL              -- JSON: by, comment, the event it became, the alert as it was
) STRICT;
CREATE INDEX alert_answer_raised ON alert_answer (raised_on);

-- 留观 and 隔离: a person kept apart from a moment to a moment.
CREATE TABLE isolation (
    person  TEXT NOT NULL,
    id      TEXT NOT NULL,
    from_at TEXT NOT NULL,
    to_at   TEXT,
    body    TEXT NOT NULL,               -- JSON: kind, place, reason, daily follow-ups, end …
    PRIMARY KEY (person, id)
) STRICT;
CREATE INDEX isolation_open ON isolation (to_at) WHERE to_at IS NULL;
CREATE INDEX isolation_from ON isolation (from_at);
CREATE INDEX isolation_id ON isolation (id);

-- Somebody who was near a case.
CREATE TABLE case_contact (
    person TEXT NOT NULL,
    of     TEXT NOT NULL,                -- id of the case
    body   TEXT NOT NULL,                -- JSON: how near, last day, what follows
    PRIMARY KEY (person, of)
) STRICT;
CREATE INDEX case_contact_of ON case_contact (of);

-- 复课证明查验: who checked what on the day a person came back, and what was decided.
CREATE TABLE return_clearance (
    person TEXT NOT NULL,
    day    TEXT NOT NULL,
    body   TEXT NOT NULL,                -- JSON: case or absence, certificate, checker, decision
    PRIMARY KEY (person, day)
) STRICT;
CREATE INDEX return_clearance_day ON return_clearance (day);

-- 14 days at home before school opens: one day of one person.
CREATE TABLE home_day (
    person TEXT NOT NULL,
    day    TEXT NOT NULL,
    body   TEXT NOT NULL,                -- JSON: temperatures, symptoms, outings, who signed
    PRIMARY KEY (person, day)
) STRICT;
CREATE INDEX home_day_day ON home_day (day);

-- 返校审核: the decision about one person.
CREATE TABLE return_review (
    person TEXT NOT NULL,
    opens  TEXT NOT NULL,                -- the day of return that it is about
    body   TEXT NOT NULL,                -- JSON: conditions answered, decision, by
    PRIMARY KEY (person, opens)
) STRICT;
CREATE INDEX return_review_opens ON return_review (opens);

-- 错峰返校: who comes back on which day.
CREATE TABLE return_batch (
    id   TEXT PRIMARY KEY,
    day  TEXT NOT NULL,
    body TEXT NOT NULL                   -- JSON: name, classes
) STRICT;

-- 重点人员摸排: somebody with a journey or a contact, traced until closed.
CREATE TABLE screening (
    person    TEXT NOT NULL,
    id        TEXT NOT NULL,
    listed_on TEXT NOT NULL,
    closed_on TEXT,
    body      TEXT NOT NULL,             -- JSON: journey, contact, follow-ups, closing
    PRIMARY KEY (person, id)
) STRICT;
CREATE INDEX screening_open ON screening (closed_on) WHERE closed_on IS NULL;
