-- Two-way surveys: what a stretch said when it was bound, links inside prose, every form a survey came in, its file.

-- side, base: of a finding or passage the side the stretch says, and that side's text when it was bound; of a paper or
-- reference the paper's fields then, as JSON. Where base is null, what is changed in the library stays out of the text.
CREATE TABLE survey_block_new (
  id TEXT PRIMARY KEY,
  survey_id TEXT NOT NULL REFERENCES survey (id),
  kind TEXT NOT NULL CHECK (kind IN ('paper', 'finding', 'passage', 'reference', 'mention')),
  entity_id TEXT,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  line INTEGER NOT NULL,
  side TEXT CHECK (side IN ('primary', 'secondary')),
  base TEXT
) STRICT;
INSERT INTO survey_block_new SELECT id, survey_id, kind, entity_id, start_at, end_at, line, NULL, NULL FROM survey_block;
DROP TABLE survey_block;
ALTER TABLE survey_block_new RENAME TO survey_block;
CREATE INDEX survey_block_by_survey ON survey_block (survey_id, start_at);
CREATE INDEX survey_block_by_entity ON survey_block (entity_id);

-- What stands in one language only and was never edited says which side its stretch is.
UPDATE survey_block SET side = 'primary', base = (SELECT primary_text FROM finding WHERE id = entity_id)
  WHERE kind = 'finding' AND entity_id IN
    (SELECT id FROM finding WHERE secondary_text = '' AND updated_at = created_at);
UPDATE survey_block SET side = 'secondary', base = (SELECT secondary_text FROM finding WHERE id = entity_id)
  WHERE kind = 'finding' AND entity_id IN
    (SELECT id FROM finding WHERE primary_text = '' AND updated_at = created_at);
UPDATE survey_block SET side = 'primary', base = (SELECT primary_text FROM passage WHERE id = entity_id)
  WHERE kind = 'passage' AND entity_id IN
    (SELECT id FROM passage WHERE secondary_text = '' AND updated_at = created_at);
UPDATE survey_block SET side = 'secondary', base = (SELECT secondary_text FROM passage WHERE id = entity_id)
  WHERE kind = 'passage' AND entity_id IN
    (SELECT id FROM passage WHERE primary_text = '' AND updated_at = created_at);

-- The bytes of every revision of a post that was ever taken in. Outside history.
CREATE TABLE survey_origin (
  survey_id TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES survey_source (sha256),
  at INTEGER NOT NULL,
  PRIMARY KEY (survey_id, sha256)
) STRICT;
CREATE INDEX survey_origin_by_source ON survey_origin (sha256);
INSERT INTO survey_origin SELECT id, source_sha256, created_at FROM survey
  WHERE source_sha256 IN (SELECT sha256 FROM survey_source);

-- A survey's file on disk, and its bytes when file and survey were last alike. Outside history: it mirrors the disk.
CREATE TABLE survey_link (
  survey_id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES survey_source (sha256)
) STRICT;
CREATE INDEX survey_link_by_source ON survey_link (sha256);
