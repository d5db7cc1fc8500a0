-- Indexes on columns that point at another table: without them each removal there looks through this whole table
-- (undo of an import of 10,000 marks took eight times as long as making them).

CREATE INDEX annotation_by_anchor ON annotation (anchor_id);
CREATE INDEX passage_by_survey ON passage (survey_id);
CREATE INDEX note_by_survey ON note (survey_id);
CREATE INDEX survey_by_source ON survey (source_sha256);
