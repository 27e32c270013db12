-- Format 4: what staff lists say of the classes that somebody teaches.
ALTER TABLE person ADD COLUMN teaches TEXT;   -- 任教班级 as the school writes them, 、 between them

-- The journal tells when a finding was first typed.
CREATE INDEX journal_finding ON journal (record) WHERE tbl = 'finding';
