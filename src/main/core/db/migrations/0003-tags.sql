-- Tags: words of one's own on papers, annotations and findings.

-- key is the name as names are compared: NFKC, case folded. A tag in the trash keeps its taggings.
CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  color TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX tag_once ON tag (key) WHERE deleted_at IS NULL;

-- target_id is the id of a row of the table that kind names.
CREATE TABLE tagging (
  id TEXT PRIMARY KEY,
  tag_id TEXT NOT NULL REFERENCES tag (id),
  kind TEXT NOT NULL CHECK (kind IN ('paper', 'annotation', 'finding')),
  target_id TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX tagging_once ON tagging (kind, target_id, tag_id);
CREATE INDEX tagging_by_tag ON tagging (tag_id);
