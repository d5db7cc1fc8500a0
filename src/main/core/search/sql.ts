// Reads everything that is indexed and is no page, by id; and the files with the papers they belong to.
import type { Reader } from '../kinds.ts';
import type { FileEntry, Item, ItemKind } from './protocol.ts';
import { plainMarkdown, sectionsOf } from './markdown.ts';

/** The ids of everything of a kind that is not in the trash. */
export function liveIds(db: Reader, kind: ItemKind): string[] {
  const table = kind === 'note' ? 'passage' : kind;
  const ids = db.all<{ id: string }>(`SELECT id FROM ${table} WHERE deleted_at IS NULL`).map(({ id }) => id);
  if (kind !== 'note') return ids;
  return [...ids, ...db.all<{ id: string }>('SELECT id FROM note WHERE deleted_at IS NULL').map(({ id }) => id)];
}

/** Items of a kind by id; those that are gone or in the trash are left out. A survey gives one for each section. */
export function readItems(db: Reader, kind: ItemKind, ids: readonly string[]): Item[] {
  return READERS[kind](db, JSON.stringify(ids));
}

/** Every file that can be read. */
export function readFiles(db: Reader, sha256s?: readonly string[]): FileEntry[] {
  const among = sha256s ? `AND sha256 ${AMONG}` : '';
  const rows = db.all<{ sha256: string; page_count: number; papers: string }>(
    `SELECT sha256, page_count,
       (SELECT json_group_array(paper_id) FROM (SELECT paper_id FROM paper_file WHERE file_id = file.id ORDER BY id)) AS papers
     FROM file WHERE state = 'ready' ${among} ORDER BY id`,
    ...(sha256s ? [JSON.stringify(sha256s)] : []),
  );
  return rows.map((row) => ({
    sha256: row.sha256,
    pageCount: row.page_count,
    paperIds: JSON.parse(row.papers) as string[],
  }));
}

const AMONG = 'IN (SELECT value FROM json_each(?))';

const EMPTY: Omit<Item, 'kind' | 'id' | 'at' | 'place'> = {
  paperId: null,
  surveyId: null,
  sha256: null,
  page: null,
  pageLabel: '',
  title: '',
  section: '',
  texts: [],
  people: [],
  year: null,
  tags: [],
  surveyIds: [],
  color: null,
  stances: [],
  tied: [],
};

type Sided = { primary_text: string; secondary_text: string };

const list = (json: string): string[] => JSON.parse(json) as string[];

const sides = (row: Sided, isHead = false): Item['texts'] =>
  texts([
    ['primary', row.primary_text, isHead],
    ['secondary', row.secondary_text, isHead],
  ]);

const texts = (
  all: [side: Item['texts'][number]['side'], text: string | null | undefined, isHead?: boolean][],
): Item['texts'] => all.flatMap(([side, text, isHead = false]) => (text?.trim() ? [{ side, text, isHead }] : []));

const tagsOn = (kind: string, id: string): string =>
  `(SELECT json_group_array(name) FROM tagging JOIN tag ON tag.id = tag_id
    WHERE kind = '${kind}' AND target_id = ${id} AND tag.deleted_at IS NULL) AS tags`;

const READERS: Record<ItemKind, (db: Reader, ids: string) => Item[]> = {
  paper: readPapers,
  finding: readFindings,
  note: (db, ids) => [...readPassages(db, ids), ...readNotes(db, ids)],
  annotation: readAnnotations,
  survey: readSurveys,
  term: readTerms,
};

type PaperRow = {
  id: string;
  citekey: string;
  title: string;
  title_secondary: string;
  year: number | null;
  container: string;
  updated_at: number;
  people: string;
  ids: string;
  tags: string;
  surveys: string;
  abstract?: string;
  abstract_secondary?: string;
};

function readPapers(db: Reader, ids: string): Item[] {
  const rows = db.all<PaperRow>(
    `SELECT paper.*,
       (SELECT json_group_array(json_array(family, given, literal)) FROM
         (SELECT * FROM paper_author WHERE paper_id = paper.id ORDER BY position)) AS people,
       (SELECT json_group_array(value) FROM identifier WHERE paper_id = paper.id) AS ids,
       (SELECT json_group_array(DISTINCT survey_id) FROM survey_block JOIN survey ON survey.id = survey_id
         WHERE entity_id = paper.id AND kind IN ('paper', 'reference') AND survey.deleted_at IS NULL) AS surveys,
       ${tagsOn('paper', 'paper.id')}
     FROM paper WHERE deleted_at IS NULL AND id ${AMONG}`,
    ids,
  );
  return rows.map((row) => ({
    ...EMPTY,
    kind: 'paper',
    id: row.id,
    paperId: row.id,
    title: row.title || row.title_secondary,
    texts: texts([
      ['primary', row.title, true],
      ['secondary', row.title_secondary, true],
      ['quote', row.abstract],
      ['quote', row.abstract_secondary],
      ['quote', [row.container, row.citekey, row.year ?? '', ...list(row.ids)].filter(Boolean).join(' · ')],
    ]),
    people: (JSON.parse(row.people) as [string, string, string | null][]).map(nameOf),
    year: row.year,
    tags: list(row.tags),
    surveyIds: list(row.surveys),
    at: row.updated_at,
    place: { paperId: row.id },
  }));
}

/** A name as it is written: Chinese ones family name first, closed up. */
function nameOf([family, given, literal]: [string, string, string | null]): string {
  if (literal !== null) return literal;
  return /^\p{Script=Han}/u.test(family) ? family + given : `${given} ${family}`.trim();
}

type FindingRow = Sided & {
  id: string;
  paper_id: string | null;
  survey_id: string | null;
  updated_at: number;
  stances: string;
  tags: string;
};

function readFindings(db: Reader, ids: string): Item[] {
  const rows = db.all<FindingRow>(
    `SELECT finding.*,
       (SELECT json_group_array(DISTINCT stance) FROM evidence JOIN annotation ON annotation.id = annotation_id
         WHERE finding_id = finding.id AND annotation.deleted_at IS NULL) AS stances,
       ${tagsOn('finding', 'finding.id')}
     FROM finding WHERE deleted_at IS NULL AND id ${AMONG}`,
    ids,
  );
  return rows.map((row) => ({
    ...EMPTY,
    kind: 'finding',
    id: row.id,
    paperId: row.paper_id,
    surveyId: row.survey_id,
    texts: sides(row),
    stances: list(row.stances),
    tags: list(row.tags),
    at: row.updated_at,
    place: placeOf(row.paper_id, row.survey_id, { findingId: row.id }),
  }));
}

const placeOf = (paperId: string | null, surveyId: string | null, rest: Item['place']): Item['place'] => ({
  ...(paperId !== null && { paperId }),
  ...(surveyId !== null && { surveyId }),
  ...rest,
});

type PassageRow = Sided & {
  id: string;
  note_id: string;
  paper_id: string | null;
  survey: string | null;
  updated_at: number;
};

function readPassages(db: Reader, ids: string): Item[] {
  const rows = db.all<PassageRow>(
    `SELECT passage.*, note.paper_id, note.survey_id AS survey FROM passage JOIN note ON note.id = note_id
     WHERE passage.deleted_at IS NULL AND note.deleted_at IS NULL AND passage.id ${AMONG}`,
    ids,
  );
  return rows.map((row) => ({
    ...EMPTY,
    kind: 'note',
    id: row.id,
    paperId: row.paper_id,
    surveyId: row.survey,
    texts: sides(row).map((text) => ({ ...text, text: plainMarkdown(text.text) })),
    at: row.updated_at,
    place: placeOf(row.paper_id, row.survey, {
      passageId: row.id,
      ...(row.paper_id === null && { noteId: row.note_id }),
    }),
  }));
}

type NoteRow = {
  id: string;
  paper_id: string | null;
  survey_id: string | null;
  title: string;
  title_secondary: string;
  created_at: number;
};

/** Notes that have a title; their passages are items of their own. */
function readNotes(db: Reader, ids: string): Item[] {
  const rows = db.all<NoteRow>(
    `SELECT * FROM note WHERE deleted_at IS NULL AND (title <> '' OR title_secondary <> '') AND id ${AMONG}`,
    ids,
  );
  return rows.map((row) => ({
    ...EMPTY,
    kind: 'note',
    id: row.id,
    paperId: row.paper_id,
    surveyId: row.survey_id,
    title: row.title || row.title_secondary,
    texts: texts([
      ['primary', row.title, true],
      ['secondary', row.title_secondary, true],
    ]),
    at: row.created_at,
    place: placeOf(row.paper_id, row.survey_id, { noteId: row.id }),
  }));
}

type AnnotationRow = {
  id: string;
  sha256: string;
  page: number | null;
  page_label: string;
  quote: string;
  comment_primary: string;
  comment_secondary: string;
  color: string;
  updated_at: number;
  paper_id: string | null;
  stances: string;
  findings: string;
  passages: string;
  tags: string;
};

function readAnnotations(db: Reader, ids: string): Item[] {
  const rows = db.all<AnnotationRow>(
    `SELECT annotation.*, anchor.sha256, anchor.quote, anchor.page_label, anchor.first_page AS page,
       (SELECT paper_id FROM paper_file JOIN paper ON paper.id = paper_id WHERE file_id = annotation.file_id
         ORDER BY paper.deleted_at IS NOT NULL, paper_file.id LIMIT 1) AS paper_id,
       (SELECT json_group_array(DISTINCT stance) FROM evidence WHERE annotation_id = annotation.id) AS stances,
       (SELECT json_group_array(finding_id) FROM evidence WHERE annotation_id = annotation.id) AS findings,
       (SELECT json_group_array(passage_id) FROM passage_annotation WHERE annotation_id = annotation.id) AS passages,
       ${tagsOn('annotation', 'annotation.id')}
     FROM annotation JOIN anchor ON anchor.id = annotation.anchor_id
     WHERE annotation.deleted_at IS NULL AND annotation.id ${AMONG}`,
    ids,
  );
  return rows.map((row) => ({
    ...EMPTY,
    kind: 'annotation',
    id: row.id,
    paperId: row.paper_id,
    sha256: row.sha256,
    page: row.page,
    pageLabel: row.page_label,
    texts: texts([
      ['quote', row.quote],
      ['primary', plainMarkdown(row.comment_primary)],
      ['secondary', plainMarkdown(row.comment_secondary)],
    ]),
    color: row.color,
    stances: list(row.stances),
    tags: list(row.tags),
    tied: [...list(row.findings), ...list(row.passages)],
    at: row.updated_at,
    place: placeOf(row.paper_id, null, {
      sha256: row.sha256,
      ...(row.page !== null && { page: row.page }),
      annotationId: row.id,
    }),
  }));
}

type SurveyRow = { id: string; title: string; file_name: string; text: string; sections: string; updated_at: number };

function readSurveys(db: Reader, ids: string): Item[] {
  const rows = db.all<SurveyRow>(`SELECT * FROM survey WHERE deleted_at IS NULL AND id ${AMONG}`, ids);
  return rows.flatMap((row) => {
    const title = row.title || row.file_name;
    const base = { ...EMPTY, kind: 'survey' as const, surveyId: row.id, title, at: row.updated_at };
    return sectionsOf(row.text, JSON.parse(row.sections) as { title: string; line: number }[]).map((section, i) => ({
      ...base,
      id: i === 0 ? row.id : `${row.id}#${i}`,
      section: section.title,
      texts: texts([
        ['quote', i === 0 ? title : section.title, true],
        ['quote', plainMarkdown(section.text)],
      ]),
      place: { surveyId: row.id },
    }));
  });
}

type TermRow = Sided & { id: string; note: string; updated_at: number; aliases: string };

function readTerms(db: Reader, ids: string): Item[] {
  const rows = db.all<TermRow>(
    `SELECT term.*, (SELECT json_group_array(json_array(side, text)) FROM
       (SELECT side, text FROM term_alias WHERE term_id = term.id ORDER BY position)) AS aliases
     FROM term WHERE deleted_at IS NULL AND id ${AMONG}`,
    ids,
  );
  return rows.map((row) => ({
    ...EMPTY,
    kind: 'term',
    id: row.id,
    title: [row.primary_text, row.secondary_text].filter(Boolean).join(' · '),
    texts: [
      ...sides(row, true),
      ...(JSON.parse(row.aliases) as ['primary' | 'secondary', string][]).map(([side, text]) => ({
        side,
        text,
        isHead: true,
      })),
      ...texts([['quote', row.note]]),
    ],
    at: row.updated_at,
    place: {},
  }));
}
