-- Format 1 of the book. Dates are ISO text (2026-11-23), times local ISO text (2026-11-23T08:05:00),
-- keys UUIDv7 text. Every table but meta, operation, journal* and issued_person is changed through the journal only.

-- Facts about this copy of the book; not part of what the school knows, so not journalled.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,              -- device, created_at, provisional_school
    value TEXT NOT NULL
) STRICT;

-- What was set for the school; one JSON value each.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,              -- school, sessions, backup_place, language …
    value TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id                TEXT PRIMARY KEY,
    kind              TEXT NOT NULL CHECK (kind IN ('pupil', 'staff')),
    name              TEXT NOT NULL,     -- as stored, separator U+00B7
    former_name       TEXT,
    sex               TEXT CHECK (sex IN ('male', 'female')),
    birth             TEXT,
    ethnicity         TEXT,
    id_type           TEXT,
    id_number         TEXT,
    student_no        TEXT,
    boarding          TEXT CHECK (boarding IN ('day', 'boarder')),
    left_behind       TEXT CHECK (left_behind IN ('no', 'one_parent', 'both_parents', 'yes')),
    guardian          TEXT,
    guardian_relation TEXT,
    guardian_phone    TEXT,
    phone             TEXT,
    post              TEXT,
    address           TEXT,
    emergency_contact TEXT,
    emergency_phone   TEXT,
    remark            TEXT
) STRICT;
CREATE INDEX person_student_no ON person (student_no) WHERE student_no IS NOT NULL;
CREATE INDEX person_id_number ON person (id_number) WHERE id_number IS NOT NULL;

-- What the last import wrote into a person, so that values changed by hand since then are known and kept.
CREATE TABLE imported_value (
    person TEXT PRIMARY KEY,
    fields TEXT NOT NULL                 -- JSON: field → value
) STRICT;

CREATE TABLE school_class (
    id          TEXT PRIMARY KEY,
    school_year INTEGER NOT NULL,        -- year of its 1 September
    label       TEXT NOT NULL,           -- as the school writes it
    kind        TEXT NOT NULL,
    grade       INTEGER,
    class_no    INTEGER,
    sort_order  INTEGER NOT NULL,
    teacher     TEXT,
    continues   TEXT
) STRICT;
CREATE INDEX school_class_year ON school_class (school_year);

-- A person in a class from a day to a day (NULL: goes on). Head-counts come from here.
CREATE TABLE enrolment (
    person    TEXT NOT NULL,
    class     TEXT NOT NULL,
    grade     INTEGER,
    seat_no   INTEGER NOT NULL,          -- never reused or renumbered within the class
    from_day  TEXT NOT NULL,
    to_day    TEXT,
    PRIMARY KEY (person, class, from_day)
) STRICT;
CREATE INDEX enrolment_class ON enrolment (class);

CREATE TABLE dormitory (
    id         TEXT PRIMARY KEY,
    label      TEXT NOT NULL,
    sort_order INTEGER NOT NULL
) STRICT;

CREATE TABLE dormitory_stay (
    person    TEXT NOT NULL,
    dormitory TEXT NOT NULL,
    from_day  TEXT NOT NULL,
    to_day    TEXT,
    PRIMARY KEY (person, dormitory, from_day)
) STRICT;
CREATE INDEX dormitory_stay_dormitory ON dormitory_stay (dormitory);

-- How a pupil goes to school from a day to a day; person.boarding is what was said last.
CREATE TABLE boarding (
    person    TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('day', 'boarder')),
    from_day  TEXT NOT NULL,
    to_day    TEXT,
    PRIMARY KEY (person, from_day)
) STRICT, WITHOUT ROWID;

-- Groups beside the classes: bus lines, clubs.
CREATE TABLE free_group (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('bus', 'free')),
    label      TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    closed_on  TEXT                      -- first day without it
) STRICT;

CREATE TABLE free_group_member (
    person     TEXT NOT NULL,
    free_group TEXT NOT NULL,
    from_day   TEXT NOT NULL,
    to_day     TEXT,
    PRIMARY KEY (person, free_group, from_day)
) STRICT;
CREATE INDEX free_group_member_group ON free_group_member (free_group);

-- A member of staff at the school from a day to a day (NULL: goes on).
CREATE TABLE employment (
    person    TEXT NOT NULL,
    number    INTEGER NOT NULL,          -- on the staff's sheet; kept, never another's
    from_day  TEXT NOT NULL,
    to_day    TEXT,
    PRIMARY KEY (person, from_day)
) STRICT;

-- What is known of somebody's health from a day on: one text for each kind, the latest holds.
CREATE TABLE health_note (
    person TEXT NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('condition', 'history', 'allergy')),
    day    TEXT NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (person, kind, day)
) STRICT;

-- 入学免疫查验: what the vaccination certificate said on a day.
CREATE TABLE vaccination_check (
    person TEXT NOT NULL,
    day    TEXT NOT NULL,
    body   TEXT NOT NULL,                -- JSON: certificate, doses by vaccine …
    PRIMARY KEY (person, day)
) STRICT;

CREATE TABLE term (
    first TEXT PRIMARY KEY,              -- first day
    last  TEXT NOT NULL,                 -- last day
    season TEXT NOT NULL                 -- autumn, spring
) STRICT;

-- 调休 and holidays: days that differ from the weekday rule.
CREATE TABLE day_exception (
    date TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                  -- school_day, day_off
    note TEXT
) STRICT;

-- One group × day × session. No row: nobody touched it.
CREATE TABLE sheet (
    grp          TEXT NOT NULL,          -- class:UUID, dormitory:UUID, staff
    date         TEXT NOT NULL,
    session      TEXT NOT NULL,
    checked_by   TEXT,
    handed_in_at TEXT,
    entered_by   TEXT,
    confirmed_by TEXT,
    confirmed_at TEXT,                   -- NULL: unchecked
    declined     TEXT NOT NULL,          -- JSON: people whose proposal was turned down
    PRIMARY KEY (grp, date, session)
) STRICT;
CREATE INDEX sheet_date ON sheet (date, session);
-- Holds all that alerts ask of sheets, so that the rows themselves are not read.
CREATE INDEX sheet_confirmed ON sheet (date, session, grp) WHERE confirmed_at IS NOT NULL;

-- What a sheet saw of one person; an empty finding has no row.
CREATE TABLE finding (
    grp     TEXT NOT NULL,
    date    TEXT NOT NULL,
    session TEXT NOT NULL,
    person  TEXT NOT NULL,
    body    TEXT NOT NULL,               -- JSON: attendance, symptoms, temperature …
    PRIMARY KEY (grp, date, session, person)
) STRICT;
CREATE INDEX finding_date ON finding (date);
CREATE INDEX finding_person ON finding (person, date);

-- Tasks of the emergency plan with person, date, state and evidence.
CREATE TABLE plan_task (
    id         TEXT PRIMARY KEY,
    task       TEXT NOT NULL,            -- id in the plan file
    due        TEXT,
    body       TEXT NOT NULL             -- JSON: person, state, evidence …
) STRICT;

-- Reports, packages and prints as issued: figures and the journal sequence they were made from.
CREATE TABLE issued (
    id       TEXT PRIMARY KEY,
    kind     TEXT NOT NULL,              -- daily_report, letter_run, usb_package …
    date     TEXT NOT NULL,              -- the day it is about
    number   INTEGER NOT NULL,           -- counts within kind and day; USB packages: sequence of the device
    made_at  TEXT NOT NULL,
    made_by  TEXT NOT NULL,
    journal  INTEGER NOT NULL,           -- last journal entry it knows
    digest   TEXT,                       -- of the file or package
    body     TEXT NOT NULL               -- JSON: figures, rule editions, target
) STRICT;
CREATE INDEX issued_kind ON issued (kind, date);

-- Whom each of them is about, taken from its body, so that a person's papers are found without reading them all.
CREATE TABLE issued_person (
    person TEXT NOT NULL,
    issued TEXT NOT NULL,
    PRIMARY KEY (person, issued)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER issued_people AFTER INSERT ON issued BEGIN
    INSERT OR IGNORE INTO issued_person
        SELECT json_extract(copy.value, '$.person'), NEW.id FROM json_each(NEW.body, '$.kept.copies') AS copy
        WHERE json_extract(copy.value, '$.person') IS NOT NULL;
    INSERT OR IGNORE INTO issued_person SELECT value, NEW.id FROM json_each(NEW.body, '$.people');
END;

-- One operation: what one undo takes back.
CREATE TABLE operation (
    seq       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,             -- set_nil, record, import …
    detail    TEXT NOT NULL,             -- JSON: what to say of it, without names of persons
    actor     TEXT NOT NULL,
    device    TEXT NOT NULL,
    at        TEXT NOT NULL,
    undoes    TEXT,                      -- operation that this one takes back
    undone_by TEXT,
    undoable  INTEGER NOT NULL
) STRICT;

CREATE INDEX operation_at ON operation (at);
-- What can still be taken back, by operator and day; within them by seq. Queries repeat the condition.
CREATE INDEX operation_open ON operation (actor, substr(at, 1, 10))
    WHERE undoable = 1 AND undoes IS NULL AND undone_by IS NULL;
CREATE INDEX operation_import ON operation (kind) WHERE kind = 'import';

-- One changed record. `chain` is the digest of the entry before and of this one.
CREATE TABLE journal (
    seq           INTEGER PRIMARY KEY,
    operation     INTEGER NOT NULL REFERENCES operation (seq),
    tbl           TEXT NOT NULL,
    record        TEXT NOT NULL,         -- JSON: key columns
    before_digest TEXT,
    after_digest  TEXT,
    chain         TEXT NOT NULL
) STRICT;
CREATE INDEX journal_operation ON journal (operation);
-- What was changed about one person; queries repeat both expressions. No IN: its list would be made anew for every
-- entry that is written.
CREATE INDEX journal_person ON journal (substr(record, 3, 36)) WHERE
    tbl = 'person' OR tbl = 'enrolment' OR tbl = 'boarding' OR tbl = 'dormitory_stay' OR tbl = 'employment'
    OR tbl = 'free_group_member' OR tbl = 'health_note' OR tbl = 'vaccination_check';

-- The values; erased when a person is deleted, while the journal's digests stay.
CREATE TABLE journal_payload (
    seq    INTEGER PRIMARY KEY REFERENCES journal (seq),
    before TEXT,
    after  TEXT
) STRICT;
