-- How sure a finding is; evidence offered and turned down; the term base.

ALTER TABLE finding ADD COLUMN confidence TEXT CHECK (confidence IN ('low', 'medium', 'high'));

-- A passage its reader said is no evidence for the finding. ranges: [{page, start, end}] in the pages' clean text.
CREATE TABLE suggestion_dismissed (
  id TEXT PRIMARY KEY,
  finding_id TEXT NOT NULL REFERENCES finding (id),
  sha256 TEXT NOT NULL,
  ranges TEXT NOT NULL CHECK (json_valid(ranges)),
  text_model_version INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX suggestion_dismissed_by_finding ON suggestion_dismissed (finding_id);

-- What was found when a finding and a file first came together ([] for nothing). Not user content, so outside history:
-- it can be found again at any time, and goes with its finding.
CREATE TABLE evidence_offer (
  finding_id TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  found TEXT NOT NULL CHECK (json_valid(found)),
  text_model_version INTEGER NOT NULL,
  looked_at INTEGER NOT NULL,
  PRIMARY KEY (finding_id, sha256)
) STRICT;

-- primary_text, secondary_text: the preferred forms; '' where one is not known.
CREATE TABLE term (
  id TEXT PRIMARY KEY,
  primary_text TEXT NOT NULL,
  secondary_text TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE term_alias (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES term (id),
  side TEXT NOT NULL CHECK (side IN ('primary', 'secondary')),
  text TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('admitted', 'deprecated')),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX term_alias_by_term ON term_alias (term_id, position);
