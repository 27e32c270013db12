-- What a book of format 2 held beside the rows of format 1, written out once and never changed.
INSERT INTO illness_case VALUES
    ('00000000-0000-0000-0000-000000000065', '00000000-0000-0000-0000-0000000000c1', 'varicella',
     '2026-11-20T08:30:00', NULL,
     '{"facts":{"certainty":"diagnosed","basis":"parents","onset":"2026-11-19","absent_from":"2026-11-20"},"place":{"class":"00000000-0000-0000-0000-000000000001","boarding":"day","room":null,"figures":{"pupils":2,"boys":1,"girls":1,"boarders":1,"absent":1}},"clocks":[{"disease":"varicella","from":"2026-11-20T08:30:00","due":"2026-11-21T08:30:00","hours":24,"edition":"school-2-24"}],"stopped_at":null,"origin":null,"opened_by":"王秀兰","closing":null}');
INSERT INTO case_contact VALUES
    ('00000000-0000-0000-0000-000000000066', '00000000-0000-0000-0000-0000000000c1',
     '{"nearness":"seat","last_met":"2026-11-19","watched_until":"2026-12-10"}');
INSERT INTO isolation VALUES
    ('00000000-0000-0000-0000-000000000066', '00000000-0000-0000-0000-0000000000a1', '2026-11-20T09:10:00', NULL,
     '{"kind":"observation","place":"留观室","symptoms":["rash"],"follow_ups":[{"at":"2026-11-20T09:40:00","by":"王秀兰","temperature":{"tenths":371,"site":"axillary"}}],"recorded_by":"王秀兰"}');
