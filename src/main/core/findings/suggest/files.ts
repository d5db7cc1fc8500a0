// Which files a finding is looked for in.
import type { Finding } from '#shared/findings.ts';
import type { Reader } from '../../kinds.ts';

export type SearchedFile = { sha256: string; title: string };

const FILES = `
  SELECT DISTINCT file.sha256, paper.title FROM file
  JOIN paper_file ON paper_file.file_id = file.id JOIN paper ON paper.id = paper_file.paper_id
  WHERE paper.deleted_at IS NULL AND file.state IN ('ready', 'locked')`;

/** Every file of a live paper that can be read. A file of several papers comes once. */
export const readableFiles = (db: Reader): SearchedFile[] => once(db.all<SearchedFile>(`${FILES} ORDER BY file.id`));

/** Those of the finding's paper; where it has none, those of the papers its surveys name. */
export function filesFor(db: Reader, finding: Pick<Finding, 'paperId' | 'surveyId' | 'places'>): SearchedFile[] {
  if (finding.paperId) {
    return once(db.all<SearchedFile>(`${FILES} AND paper.id = ? ORDER BY paper_file.position`, finding.paperId));
  }
  const surveys = [...new Set([finding.surveyId, ...finding.places.map(({ surveyId }) => surveyId)])].filter(Boolean);
  return once(
    db.all<SearchedFile>(
      `${FILES} AND paper.id IN (SELECT entity_id FROM survey_block
         WHERE kind IN ('paper', 'reference') AND survey_id IN (SELECT value FROM json_each(?))) ORDER BY file.id`,
      JSON.stringify(surveys),
    ),
  );
}

const once = (files: SearchedFile[]): SearchedFile[] => [
  ...new Map(files.map((file) => [file.sha256, file] as const)).values(),
];
