-- Marks with a shape of their own, how an anchor was found, and who made a mark.

ALTER TABLE anchor ADD COLUMN shape TEXT CHECK (shape IS NULL OR json_valid(shape));
ALTER TABLE anchor ADD COLUMN how TEXT NOT NULL DEFAULT 'made';
ALTER TABLE anchor ADD COLUMN score REAL NOT NULL DEFAULT 1;
-- 1-based; what a page shows is found by them.
ALTER TABLE anchor ADD COLUMN first_page INTEGER NOT NULL DEFAULT 1;
ALTER TABLE anchor ADD COLUMN last_page INTEGER NOT NULL DEFAULT 1;
UPDATE anchor SET
  first_page = json_extract(ranges, '$[0].page'),
  last_page = json_extract(ranges, '$[#-1].page');
CREATE INDEX anchor_by_page ON anchor (sha256, first_page, last_page);

ALTER TABLE annotation ADD COLUMN author TEXT NOT NULL DEFAULT '';
-- Of one adopted from the PDF: which of the file's own annotations it was.
ALTER TABLE annotation ADD COLUMN origin TEXT;
CREATE INDEX annotation_by_origin ON annotation (origin) WHERE origin IS NOT NULL;

-- A mark whose place in another version of its file the reader has to decide on. candidate: an anchor, or NULL.
CREATE TABLE anchor_review (
  id TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL REFERENCES annotation (id),
  sha256 TEXT NOT NULL,
  candidate TEXT CHECK (candidate IS NULL OR json_valid(candidate)),
  score REAL NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX anchor_review_once ON anchor_review (annotation_id, sha256);

-- Former states of rows, as undo has them, know the pages too (the other new columns have their defaults).
UPDATE revision SET
  before = json_set(before, '$.first_page', json_extract(json_extract(before, '$.ranges'), '$[0].page'),
    '$.last_page', json_extract(json_extract(before, '$.ranges'), '$[#-1].page'))
  WHERE table_name = 'anchor' AND before IS NOT NULL;
UPDATE revision SET
  after = json_set(after, '$.first_page', json_extract(json_extract(after, '$.ranges'), '$[0].page'),
    '$.last_page', json_extract(json_extract(after, '$.ranges'), '$[#-1].page'))
  WHERE table_name = 'anchor' AND after IS NOT NULL;
