-- Format 3: home days, returns, slips of letters and the school's own figures. What format 2 foresaw of home days and
-- returns was never written to.

-- Who has left a class, so that absences follow those who did.
CREATE INDEX IF NOT EXISTS enrolment_ended ON enrolment (to_day) WHERE to_day IS NOT NULL;

-- 居家观察: one day of one person at home before school opens.
DROP TABLE home_day;
CREATE TABLE home_day (
    person   TEXT NOT NULL,
    day      TEXT NOT NULL,
    complete INTEGER NOT NULL,           -- 1: has all that the rules want of a day
    body     TEXT NOT NULL,              -- JSON: temperatures, symptoms, outings, who signed
    PRIMARY KEY (person, day)
) STRICT;
CREATE INDEX home_day_complete ON home_day (person, day) WHERE complete;

-- 返校审核: papers and decision of one person for one batch.
DROP TABLE return_review;
CREATE TABLE return_review (
    person   TEXT NOT NULL,
    batch    TEXT NOT NULL,
    approved INTEGER,                    -- NULL: not decided
    body     TEXT NOT NULL,              -- JSON: papers, answers, decision with the conditions as they were
    PRIMARY KEY (person, batch)
) STRICT;
CREATE INDEX return_review_batch ON return_review (batch, person, approved);

CREATE INDEX IF NOT EXISTS screening_id ON screening (id);

-- A run of letters whose slips are awaited. Its copies stand in the issued row of that key.
CREATE TABLE IF NOT EXISTS slip_run (
    id        TEXT PRIMARY KEY,          -- that of the issued row
    run       INTEGER NOT NULL UNIQUE,   -- counts within the book; first part of the code of each slip
    due       TEXT NOT NULL,
    closed_on TEXT,                      -- no more slips are awaited from this day on
    body      TEXT NOT NULL              -- JSON: letter, number, copies
) STRICT;
CREATE INDEX IF NOT EXISTS slip_run_due ON slip_run (due);

-- A slip that has come back.
CREATE TABLE IF NOT EXISTS slip (
    person TEXT NOT NULL,
    run    INTEGER NOT NULL,
    number INTEGER NOT NULL,             -- copy within the run
    at     TEXT NOT NULL,
    body   TEXT NOT NULL,                -- JSON: by, how
    PRIMARY KEY (person, run)
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS slip_number ON slip (run, number);

-- A figure of the rules that the school has set itself, from a day on.
CREATE TABLE IF NOT EXISTS own_rule (
    path       TEXT NOT NULL,            -- file and keys: clusters/clusters/cn2006-1d3/count
    valid_from TEXT NOT NULL,
    body       TEXT NOT NULL,            -- JSON: value, text, source, approved_by …
    PRIMARY KEY (path, valid_from)
) STRICT;
