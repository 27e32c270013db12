-- What a book of format 1 held, written out once and never changed: the rows as that format left them.
INSERT INTO meta VALUES ('device', '01936f00-0000-7000-8000-0000000000d1');
INSERT INTO person (id, kind, name, sex, boarding) VALUES
    ('00000000-0000-0000-0000-000000000065', 'pupil', '王晓敏', 'female', 'day'),
    ('00000000-0000-0000-0000-000000000066', 'pupil', '李志强', 'male', 'boarder');
INSERT INTO school_class VALUES
    ('00000000-0000-0000-0000-000000000001', 2026, '三年级(1)班', 'ordinary', 3, 1, 1, '梁燕', NULL);
INSERT INTO enrolment VALUES
    ('00000000-0000-0000-0000-000000000065', '00000000-0000-0000-0000-000000000001', 3, 1, '2026-09-01', NULL),
    ('00000000-0000-0000-0000-000000000066', '00000000-0000-0000-0000-000000000001', 3, 2, '2026-09-01', NULL);
INSERT INTO sheet VALUES
    ('class:00000000-0000-0000-0000-000000000001', '2026-11-20', 'morning', '梁燕', '2026-11-20T08:02:00', '王秀兰',
     '王秀兰', '2026-11-20T08:05:00', '[]');
INSERT INTO finding VALUES
    ('class:00000000-0000-0000-0000-000000000001', '2026-11-20', 'morning', '00000000-0000-0000-0000-000000000065',
     '{"attendance":"ill","symptoms":["cough","fever"],"temperature":{"tenths":382,"site":"axillary"},"onset":"2026-11-19","severe":[],"seen_doctor":true,"diagnosis":"水痘","sent_home":false,"note":"电话已通"}');
