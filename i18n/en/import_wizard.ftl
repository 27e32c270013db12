roster-warned-copy-differs = Another sheet has another value for the same pupil; this row counts, please check.
