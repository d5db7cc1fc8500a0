-- The record of a paper in full, identifiers of every kind, several files a paper, collections, pairs that are or are
-- not one work, the queue of papers to fetch.

-- issued: the date as far as it is known, 'YYYY-MM' or 'YYYY-MM-DD', '' where only the year is. more: CSL variables
-- without a column of their own; people: CSL name variables but the authors. merged_into: what a merge made of it.
ALTER TABLE paper ADD COLUMN abstract TEXT NOT NULL DEFAULT '';
ALTER TABLE paper ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE paper ADD COLUMN issued TEXT NOT NULL DEFAULT '';
ALTER TABLE paper ADD COLUMN more TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(more));
ALTER TABLE paper ADD COLUMN people TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(people));
ALTER TABLE paper ADD COLUMN status TEXT NOT NULL DEFAULT 'unread';
ALTER TABLE paper ADD COLUMN started_at INTEGER;
ALTER TABLE paper ADD COLUMN finished_at INTEGER;
ALTER TABLE paper ADD COLUMN stars INTEGER NOT NULL DEFAULT 0;
ALTER TABLE paper ADD COLUMN merged_into TEXT REFERENCES paper (id);
CREATE INDEX paper_by_merge ON paper (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE paper_author ADD COLUMN particle TEXT NOT NULL DEFAULT '';
ALTER TABLE paper_author ADD COLUMN suffix TEXT NOT NULL DEFAULT '';

-- A work may have several of a kind (of a preprint and of its journal version); the lowest position is shown first.
-- value is normalised for comparison: DOI in lower case, arXiv id without version, ISBN as 13 digits.
CREATE TABLE identifier_new (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  scheme TEXT NOT NULL CHECK (scheme IN ('doi', 'arxiv', 'pmid', 'pmcid', 'openreview', 'acl', 'isbn')),
  value TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO identifier_new (id, paper_id, scheme, value) SELECT id, paper_id, scheme, value FROM identifier;
DROP TABLE identifier;
ALTER TABLE identifier_new RENAME TO identifier;
CREATE UNIQUE INDEX identifier_once ON identifier (paper_id, scheme, value);
CREATE INDEX identifier_by_value ON identifier (scheme, value);

-- text_key: SHA-256 of the letters and digits of the whole text, '' where too little is printed to compare.
ALTER TABLE file ADD COLUMN text_key TEXT NOT NULL DEFAULT '';
CREATE INDEX file_by_text ON file (text_key) WHERE text_key <> '';

-- The lowest position is the file that opens. version: as printed, 'v3' of an arXiv paper.
ALTER TABLE paper_file ADD COLUMN kind TEXT NOT NULL DEFAULT 'main' CHECK (kind IN ('main', 'supplement'));
ALTER TABLE paper_file ADD COLUMN version TEXT NOT NULL DEFAULT '';

-- paper_id is the … of other_id: its preprint, its translation; 'related' has no direction.
CREATE TABLE paper_relation (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  other_id TEXT NOT NULL REFERENCES paper (id),
  kind TEXT NOT NULL CHECK (kind IN ('related', 'preprint', 'translation')),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_relation_once ON paper_relation (paper_id, other_id);
CREATE INDEX paper_relation_by_other ON paper_relation (other_id);

-- Pairs to decide on. proposed: found while a PDF came in; distinct: the user said that these are two works.
-- paper_id < other_id.
CREATE TABLE paper_pair (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  other_id TEXT NOT NULL REFERENCES paper (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('proposed', 'distinct')),
  score REAL NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_pair_once ON paper_pair (paper_id, other_id);
CREATE INDEX paper_pair_by_other ON paper_pair (other_id);

-- filter: a smart collection holds what fits it; null where papers are put in by hand.
CREATE TABLE collection (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES collection (id),
  name TEXT NOT NULL,
  position REAL NOT NULL,
  filter TEXT CHECK (filter IS NULL OR json_valid(filter)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX collection_by_parent ON collection (parent_id, position);

CREATE TABLE collection_paper (
  id TEXT PRIMARY KEY,
  collection_id TEXT NOT NULL REFERENCES collection (id),
  paper_id TEXT NOT NULL REFERENCES paper (id),
  position REAL NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX collection_paper_once ON collection_paper (collection_id, paper_id);
CREATE INDEX collection_paper_by_paper ON collection_paper (paper_id);

-- Outside history: when a paper was last opened to read, folders of this machine, and downloads under way.
CREATE TABLE paper_opened (
  paper_id TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE watched_folder (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE fetch_item (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
  reason TEXT,
  detail TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  total INTEGER,
  validator TEXT NOT NULL,
  tries INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
