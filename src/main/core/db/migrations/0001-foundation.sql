-- The foundation: papers, files, annotations, notes, findings, surveys, and history as data.
-- Times are epoch milliseconds. Ids are uuid v7. A row with deleted_at is in the trash.

CREATE TABLE paper (
  id TEXT PRIMARY KEY,
  citekey TEXT NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  title_secondary TEXT NOT NULL,
  year INTEGER,
  container TEXT NOT NULL,
  volume TEXT NOT NULL,
  issue TEXT NOT NULL,
  pages TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX paper_by_citekey ON paper (citekey);

CREATE TABLE paper_author (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  position INTEGER NOT NULL,
  family TEXT NOT NULL,
  given TEXT NOT NULL,
  literal TEXT
) STRICT;
CREATE INDEX paper_author_by_paper ON paper_author (paper_id, position);

-- value is normalised for comparison: DOI in lower case, arXiv id without version.
CREATE TABLE identifier (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  scheme TEXT NOT NULL CHECK (scheme IN ('doi', 'arxiv')),
  value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX identifier_once ON identifier (paper_id, scheme);
CREATE INDEX identifier_by_value ON identifier (scheme, value);

CREATE TABLE file (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  byte_size INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'damaged', 'locked', 'unread', 'missing')),
  message TEXT NOT NULL,
  original_name TEXT NOT NULL,
  info TEXT NOT NULL CHECK (json_valid(info)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE paper_file (
  id TEXT PRIMARY KEY,
  paper_id TEXT NOT NULL REFERENCES paper (id),
  file_id TEXT NOT NULL REFERENCES file (id),
  label TEXT NOT NULL,
  position REAL NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_file_once ON paper_file (paper_id, file_id);
CREATE INDEX paper_file_by_file ON paper_file (file_id);

-- sort_key: page and offset, zero-padded, so that string order is reading order.
CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES file (id),
  kind TEXT NOT NULL,
  color TEXT NOT NULL,
  comment_primary TEXT NOT NULL,
  comment_secondary TEXT NOT NULL,
  anchor_id TEXT NOT NULL REFERENCES anchor (id),
  sort_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX annotation_by_file ON annotation (file_id, sort_key);

-- Append-only: a mark that moves gets a new anchor, the old one stays.
CREATE TABLE anchor (
  id TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  ranges TEXT NOT NULL CHECK (json_valid(ranges)),
  quote TEXT NOT NULL,
  raw_quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  page_label TEXT NOT NULL,
  text_model_version INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX anchor_by_annotation ON anchor (annotation_id);

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  paper_id TEXT REFERENCES paper (id),
  survey_id TEXT REFERENCES survey (id),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX note_of_paper ON note (paper_id) WHERE paper_id IS NOT NULL;

CREATE TABLE passage (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note (id),
  survey_id TEXT REFERENCES survey (id),
  position REAL NOT NULL,
  primary_text TEXT NOT NULL,
  secondary_text TEXT NOT NULL,
  primary_at INTEGER NOT NULL,
  secondary_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX passage_by_note ON passage (note_id, position);

CREATE TABLE passage_annotation (
  id TEXT PRIMARY KEY,
  passage_id TEXT NOT NULL REFERENCES passage (id),
  annotation_id TEXT NOT NULL REFERENCES annotation (id)
) STRICT;
CREATE UNIQUE INDEX passage_annotation_once ON passage_annotation (passage_id, annotation_id);
CREATE INDEX passage_annotation_by_annotation ON passage_annotation (annotation_id);

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  paper_id TEXT REFERENCES paper (id),
  survey_id TEXT REFERENCES survey (id),
  context TEXT NOT NULL,
  position REAL NOT NULL,
  primary_text TEXT NOT NULL,
  secondary_text TEXT NOT NULL,
  primary_at INTEGER NOT NULL,
  secondary_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX finding_by_paper ON finding (paper_id, position);
CREATE INDEX finding_by_survey ON finding (survey_id, position);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  finding_id TEXT NOT NULL REFERENCES finding (id),
  annotation_id TEXT NOT NULL REFERENCES annotation (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts', 'qualifies', 'mentions')),
  comment TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX evidence_once ON evidence (finding_id, annotation_id);
CREATE INDEX evidence_by_annotation ON evidence (annotation_id);

-- text is the decoded Markdown; the original bytes are survey_source's, and the export while text is untouched.
CREATE TABLE survey (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  encoding TEXT NOT NULL,
  text TEXT NOT NULL,
  sections TEXT NOT NULL CHECK (json_valid(sections)),
  source_sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- Bytes as they came, by hash. Content-addressed and never changed, so outside history.
CREATE TABLE survey_source (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- start_at, end_at: UTF-16 offsets into survey.text. entity_id is a paper's, finding's or passage's, by kind.
CREATE TABLE survey_block (
  id TEXT PRIMARY KEY,
  survey_id TEXT NOT NULL REFERENCES survey (id),
  kind TEXT NOT NULL CHECK (kind IN ('paper', 'finding', 'passage', 'reference')),
  entity_id TEXT,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  line INTEGER NOT NULL
) STRICT;
CREATE INDEX survey_block_by_survey ON survey_block (survey_id, start_at);
CREATE INDEX survey_block_by_entity ON survey_block (entity_id);

-- One step is what one undo takes back. state: 'done', 'undone', or 'left' (undone, then overtaken by new work).
CREATE TABLE history_step (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  subject TEXT NOT NULL,
  place TEXT NOT NULL CHECK (json_valid(place)),
  joins TEXT,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'left')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX history_step_by_state ON history_step (state, seq);

-- Every former version of what a user wrote: one row changed by one step, before and after.
CREATE TABLE revision (
  seq INTEGER NOT NULL REFERENCES history_step (seq),
  ord INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  at INTEGER NOT NULL,
  PRIMARY KEY (seq, ord)
) STRICT;
CREATE INDEX revision_by_row ON revision (table_name, row_id);

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  call TEXT NOT NULL,
  input TEXT NOT NULL CHECK (json_valid(input)),
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  message TEXT NOT NULL,
  result TEXT CHECK (result IS NULL OR json_valid(result)),
  error TEXT CHECK (error IS NULL OR json_valid(error)),
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
