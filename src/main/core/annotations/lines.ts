// Long lists of annotations: the whole order from slim rows, the details of the asked stretch alone.
import { AnnotationColor, AnnotationKind, Palette, PALETTE_KEY } from '#shared/annotation.ts';
import type { AnnotationFilter, AnnotationGroup, AnnotationLine, PageMark } from '#shared/annotation-lists.ts';
import type { Reader, Services } from '../kinds.ts';
import { toAnchor, type AnchorRow } from './anchors.ts';
import { listTags } from '../tags/index.ts';
import { hasWords, whereOf, type Worded } from './filter.ts';
import { sectionsOf } from './sections.ts';
import { annotationsById, linksOf, PAPER_ID } from './sql.ts';

type Slim = Worded & {
  id: string;
  sha256: string;
  kind: AnnotationKind;
  color: AnnotationColor;
  author: string;
  sort_key: string;
  paper_id: string | null;
  title: string;
};
type Group = { key: string; label: string; count: number };
const LONGEST_QUOTE = 600;

function slimRows(db: Reader, filter: AnnotationFilter): Slim[] {
  const where = whereOf(filter);
  return db
    .all<Slim>(
      `SELECT *, coalesce((SELECT title FROM paper WHERE id = paper_id), '') AS title FROM (
         SELECT annotation.id, annotation.file_id, annotation.kind, annotation.color, annotation.author,
           annotation.sort_key, annotation.comment_primary, annotation.comment_secondary, anchor.quote, anchor.sha256,
           ${PAPER_ID}
         FROM annotation JOIN anchor ON anchor.id = annotation.anchor_id WHERE ${where.sql})
       ORDER BY title COLLATE NOCASE, file_id, sort_key, id`,
      ...where.values,
    )
    .filter(hasWords(filter.words));
}

/** A whole list in its order, with its groups. */
export function orderedList(
  core: Services,
  filter: AnnotationFilter,
  group: AnnotationGroup,
): { ids: string[]; groups: Group[] } {
  const rows = slimRows(core.db, filter);
  if (group === 'none') return { ids: rows.map(({ id }) => id), groups: [] };
  const keysOfRow = keysOf(core, group);
  const members = new Map<string, { label: string; ids: string[] }>();
  for (const row of rows) {
    for (const { key, label } of keysOfRow(row)) {
      const known = members.get(key);
      if (known) known.ids.push(row.id);
      else members.set(key, { label, ids: [row.id] });
    }
  }
  const groups: Group[] = [];
  const ids: string[] = [];
  for (const key of inGroupOrder(core.db, group, [...members.keys()])) {
    const found = members.get(key);
    groups.push({ key, label: found?.label ?? '', count: found?.ids.length ?? 0 });
    for (const id of found?.ids ?? []) ids.push(id);
  }
  return { ids, groups };
}

type Key = { key: string; label: string };

/** The groups a row stands in: one, but for tags. */
function keysOf(core: Services, group: AnnotationGroup): (row: Slim) => Key[] {
  if (group === 'color') return ({ color }) => [{ key: color, label: '' }];
  if (group === 'kind') return ({ kind }) => [{ key: kind, label: '' }];
  if (group === 'paper') return ({ paper_id, title }) => [{ key: paper_id ?? '', label: title }];
  if (group === 'tag') {
    const names = new Map(listTags(core.db).map(({ id, name }) => [id, name]));
    const tagsAt = taggings(core.db);
    const none = [{ key: '', label: '' }];
    return ({ id }) => tagsAt.get(id)?.map((key) => ({ key, label: names.get(key) ?? '' })) ?? none;
  }
  const sectionAt = sectionsOf(core);
  return ({ sha256, sort_key }) => {
    const words = sectionAt(sha256, sort_key);
    return [{ key: words, label: words }];
  };
}

const taggings = (db: Reader): Map<string, string[]> => {
  const rows = db.all<{ target_id: string; tag_id: string }>(
    `SELECT target_id, tag_id FROM tagging JOIN tag ON tag.id = tag_id
     WHERE kind = 'annotation' AND deleted_at IS NULL ORDER BY tagging.id`,
  );
  const found = new Map<string, string[]>();
  for (const { target_id, tag_id } of rows) found.set(target_id, [...(found.get(target_id) ?? []), tag_id]);
  return found;
};

/** Colours in the user's order, kinds in theirs, all else as it comes. */
function inGroupOrder(db: Reader, group: AnnotationGroup, keys: string[]): string[] {
  const order: readonly string[] =
    group === 'color'
      ? paletteOrder(db)
      : group === 'kind'
        ? AnnotationKind.options
        : group === 'tag'
          ? [...listTags(db).map(({ id }) => id), '']
          : keys;
  return keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** The user's palette as stored, else nothing; the order of all colours. */
export function readPalette(db: Reader): Palette {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', PALETTE_KEY);
  const stored = row ? Palette.safeParse(JSON.parse(row.value)) : undefined;
  return stored?.success ? stored.data : [];
}

const paletteOrder = (db: Reader): string[] => {
  const own = readPalette(db).map(({ color }) => color);
  return [...own, ...AnnotationColor.options.filter((color) => !own.includes(color))];
};

/** The details of a stretch of a list, in the order of the ids. */
export function linesById(db: Reader, ids: readonly string[]): AnnotationLine[] {
  const byId = new Map(annotationsById(db, ids).map((one) => [one.id, one]));
  return ids.flatMap((id) => {
    const one = byId.get(id);
    if (!one) return [];
    const { anchor, ...rest } = one;
    return {
      ...rest,
      quote: anchor.quote.slice(0, LONGEST_QUOTE),
      page: anchor.ranges[0]?.page ?? 1,
      pageLabel: anchor.pageLabel,
      how: anchor.how,
      score: anchor.score,
      rect: anchor.shape?.rect ?? null,
    };
  });
}

type MarkRow = AnchorRow & {
  id: string;
  kind: AnnotationKind;
  color: AnnotationColor;
  comment_primary: string;
  comment_secondary: string;
};

/** What stands on pages `from` to `to` of a file, each mark by its latest anchor there. */
export function marksOnPages(db: Reader, sha256: string, from: number, to: number): PageMark[] {
  const rows = db.all<MarkRow>(
    `SELECT annotation.id, annotation.kind, annotation.color, annotation.comment_primary, annotation.comment_secondary,
       anchor.sha256, anchor.ranges, '' AS quote, '' AS raw_quote, '' AS prefix, '' AS suffix, '' AS page_label,
       anchor.text_model_version, anchor.shape, anchor.how, anchor.score
     FROM anchor JOIN annotation ON annotation.id = anchor.annotation_id
     WHERE anchor.sha256 = ? AND first_page <= ? AND last_page >= ? AND annotation.deleted_at IS NULL
       AND (anchor.id = annotation.anchor_id OR NOT EXISTS (SELECT 1 FROM anchor AS later
         WHERE later.annotation_id = annotation.id AND later.sha256 = anchor.sha256 AND
           (later.id > anchor.id OR later.id = annotation.anchor_id)))
     ORDER BY first_page, anchor.id`,
    sha256,
    to,
    from,
  );
  const links = linksOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { ranges, shape } = toAnchor(row);
    return {
      id: row.id,
      kind: row.kind,
      color: row.color,
      ranges,
      shape,
      text: row.kind === 'text' ? row.comment_primary || row.comment_secondary : '',
      hasComment: row.comment_primary !== '' || row.comment_secondary !== '',
      passageIds: links.passageIds(row.id),
      findingIds: links.evidence(row.id).map(({ findingId }) => findingId),
    };
  });
}
