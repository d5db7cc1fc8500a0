-- Notes on nothing in particular, passages in the margin, drafts by machine, images; matrices and outlines of findings.
-- Times are epoch milliseconds. Ids are uuid v7. A row with deleted_at is in the trash.

ALTER TABLE note ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN title_secondary TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN deleted_at INTEGER;
CREATE UNIQUE INDEX note_of_survey ON note (survey_id) WHERE survey_id IS NOT NULL;

-- spot: where on a page the passage stands without a highlight, {sha256, page, x, y}; points in PDF user space.
ALTER TABLE passage ADD COLUMN spot TEXT CHECK (spot IS NULL OR json_valid(spot));
-- Who drafted a side that nobody has touched since: the provider's name, '' for the user's own words.
ALTER TABLE passage ADD COLUMN primary_by TEXT NOT NULL DEFAULT '';
ALTER TABLE passage ADD COLUMN secondary_by TEXT NOT NULL DEFAULT '';

-- Bytes as they came, by hash. Content-addressed and never changed, so outside history.
CREATE TABLE image (
  sha256 TEXT PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE matrix (
  id TEXT PRIMARY KEY,
  survey_id TEXT REFERENCES survey (id),
  title TEXT NOT NULL,
  title_secondary TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX matrix_by_survey ON matrix (survey_id);

CREATE TABLE matrix_column (
  id TEXT PRIMARY KEY,
  matrix_id TEXT NOT NULL REFERENCES matrix (id),
  position REAL NOT NULL,
  title TEXT NOT NULL,
  title_secondary TEXT NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX matrix_column_by_matrix ON matrix_column (matrix_id, position);

-- A row is a paper or a section of a survey, by its title; one of the two.
CREATE TABLE matrix_row (
  id TEXT PRIMARY KEY,
  matrix_id TEXT NOT NULL REFERENCES matrix (id),
  position REAL NOT NULL,
  paper_id TEXT REFERENCES paper (id),
  section TEXT,
  deleted_at INTEGER,
  CHECK ((paper_id IS NULL) <> (section IS NULL))
) STRICT;
CREATE INDEX matrix_row_by_matrix ON matrix_row (matrix_id, position);
CREATE INDEX matrix_row_by_paper ON matrix_row (paper_id);

CREATE TABLE matrix_cell (
  id TEXT PRIMARY KEY,
  row_id TEXT NOT NULL REFERENCES matrix_row (id),
  column_id TEXT NOT NULL REFERENCES matrix_column (id),
  primary_text TEXT NOT NULL,
  secondary_text TEXT NOT NULL,
  primary_at INTEGER NOT NULL,
  secondary_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX matrix_cell_once ON matrix_cell (row_id, column_id);
CREATE INDEX matrix_cell_by_column ON matrix_cell (column_id);

CREATE TABLE matrix_cell_annotation (
  id TEXT PRIMARY KEY,
  cell_id TEXT NOT NULL REFERENCES matrix_cell (id),
  annotation_id TEXT NOT NULL REFERENCES annotation (id)
) STRICT;
CREATE UNIQUE INDEX matrix_cell_annotation_once ON matrix_cell_annotation (cell_id, annotation_id);
CREATE INDEX matrix_cell_annotation_by_annotation ON matrix_cell_annotation (annotation_id);

CREATE TABLE outline (
  id TEXT PRIMARY KEY,
  survey_id TEXT REFERENCES survey (id),
  title TEXT NOT NULL,
  title_secondary TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX outline_by_survey ON outline (survey_id);

-- An item is a finding, or words of its own (a heading, a sentence between); items nest.
CREATE TABLE outline_item (
  id TEXT PRIMARY KEY,
  outline_id TEXT NOT NULL REFERENCES outline (id),
  parent_id TEXT REFERENCES outline_item (id),
  position REAL NOT NULL,
  finding_id TEXT REFERENCES finding (id),
  primary_text TEXT NOT NULL,
  secondary_text TEXT NOT NULL,
  primary_at INTEGER NOT NULL,
  secondary_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX outline_item_by_outline ON outline_item (outline_id, position);
CREATE INDEX outline_item_by_parent ON outline_item (parent_id);
CREATE INDEX outline_item_by_finding ON outline_item (finding_id);
