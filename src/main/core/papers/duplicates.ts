// Papers that may be one work, found in the library itself.
import type { PairReason, PaperItem, PaperPair } from '#shared/papers.ts';
import type { Reader } from '../kinds.ts';
import { comparableUrl, mainTitle, titleKey, titleLikeness } from '../references/index.ts';
import { shareAuthor } from './identity.ts';
import { itemsOf, listPapers } from './sql.ts';

/** The smaller id leads. */
export const pairKey = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

/** Titles this alike, or more, are worth a look. */
const NEAR = 0.86;
/** A word or key that more papers than this share tells nothing. */
const CROWD = 40;
/** Pairs shown at most, the surest first. */
const MOST = 200;

type PairRow = { paper_id: string; other_id: string; verdict: 'proposed' | 'distinct'; score: number; reasons: string };
type Known = { paper: PaperItem; titles: string[]; keys: string[] };

/** What two papers have in common; null where that does not make one of them. `score` 0 to 1. */
export function comparePapers(a: PaperItem, b: PaperItem): { score: number; reasons: PairReason[] } | null {
  const reasons: PairReason[] = [];
  let score = 0;
  const say = (code: PairReason['code'], value: string, weight: number): void => {
    reasons.push({ code, value });
    score = Math.max(score, weight);
  };
  if (a.doi && a.doi === b.doi) say('doi', a.doi, 0.99);
  if (a.arxivId && a.arxivId === b.arxivId) say('arxiv', a.arxivId, 0.99);
  const shared = a.files.find((file) => b.files.some((other) => other.sha256 === file.sha256));
  if (shared) say('same-text', shared.label, 0.95);
  const people = shareAuthor(a.authors, b.authors);
  const apart = a.year !== null && b.year !== null ? Math.abs(a.year - b.year) : 0;
  if (people === false && reasons.length === 0) return null;
  const titles = titleReason(a, b);
  if (titles) say(titles.reason.code, titles.reason.value, titles.weight);
  if (!titles && a.url && b.url && comparableUrl(a.url) === comparableUrl(b.url)) say('url', a.url, 0.5);
  if (reasons.length === 0) return null;
  if (people === true) {
    reasons.push({ code: 'authors', value: '' });
    score += (1 - score) * 0.5;
  }
  if (a.year !== null && a.year === b.year) {
    reasons.push({ code: 'year', value: String(a.year) });
    score += (1 - score) * 0.2;
  } else if (apart > 3) score *= 0.6;
  const hasTwoDois = a.doi !== null && b.doi !== null && a.doi !== b.doi;
  if (hasTwoDois && people !== true) score *= 0.7;
  return score >= 0.6 ? { score: Math.min(1, Math.round(score * 100) / 100), reasons } : null;
}

function titleReason(a: PaperItem, b: PaperItem): { reason: PairReason; weight: number } | null {
  const own = [titleKey(a.title), titleKey(b.title)] as const;
  const length = Math.min(own[0].length, own[1].length);
  const isLong = length >= (/\p{Script=Han}/u.test(own[0]) ? 8 : 16);
  if (own[0] !== '' && own[0] === own[1]) return { reason: { code: 'title', value: '' }, weight: isLong ? 0.85 : 0.5 };
  const seconds = [titleKey(a.titleSecondary), titleKey(b.titleSecondary)] as const;
  const crossed = [own[0], seconds[0]].some((key) => key !== '' && [own[1], seconds[1]].includes(key));
  if (crossed) return { reason: { code: 'other-language-title', value: '' }, weight: 0.8 };
  const likeness = titleLikeness(own[0], own[1]);
  // Numbers told apart are works told apart: "part 1" and "part 2", GPT-3 and GPT-4.
  if ((a.title.match(/\d+/g) ?? []).join() !== (b.title.match(/\d+/g) ?? []).join()) return null;
  if (isLong && likeness >= NEAR)
    return { reason: { code: 'near-title', value: String(Math.round(likeness * 100)) }, weight: likeness * 0.8 };
  const main = [titleKey(mainTitle(a.title)), titleKey(mainTitle(b.title))] as const;
  if (main[0] === main[1] && main[0].length >= 12 && (main[0] === own[0] || main[1] === own[1]))
    return { reason: { code: 'near-title', value: String(Math.round(likeness * 100)) }, weight: 0.65 };
  return null;
}

/** Stretches of a title by which near ones meet: three of its letters' runs, wherever a slip of the pen is. */
function blockKeys(title: string): string[] {
  const key = titleKey(title);
  if (key.length < 8) return key === '' ? [] : [`t${key}`];
  const size = Math.max(4, Math.floor(key.length / 4));
  return [0, 1, 2, 3]
    .map((part) => `t${part}${key.slice(part * size, (part + 1) * size)}`)
    .concat(`e${key.slice(-12)}`);
}

function known(paper: PaperItem): Known {
  const titles = [paper.title, paper.titleSecondary].filter(Boolean);
  return {
    paper,
    titles,
    keys: [
      ...titles.flatMap(blockKeys),
      ...titles.map((title) => `w${titleKey(title)}`),
      ...titles.map((title) => `m${titleKey(mainTitle(title))}`),
      ...(paper.doi ? [`d${paper.doi}`] : []),
      ...(paper.arxivId ? [`a${paper.arxivId}`] : []),
      ...(paper.url ? [`u${comparableUrl(paper.url)}`] : []),
      ...paper.files.map((file) => `f${file.sha256}`),
    ],
  };
}

/** Pairs that share a key, each once, as indexes. */
function* meetings(papers: readonly Known[]): Generator<[number, number]> {
  const byKey = new Map<string, number[]>();
  papers.forEach(({ keys }, at) => {
    for (const key of new Set(keys)) {
      const list = byKey.get(key);
      if (list) list.push(at);
      else byKey.set(key, [at]);
    }
  });
  const met = new Set<number>();
  for (const list of byKey.values()) {
    if (list.length > CROWD) continue;
    for (let j = 1; j < list.length; j += 1) {
      for (let i = 0; i < j; i += 1) {
        const [a = 0, b = 0] = [list[i], list[j]];
        const pair = a * papers.length + b;
        if (met.has(pair)) continue;
        met.add(pair);
        yield [a, b];
      }
    }
  }
}

/** Every pair of live papers that may be one work and was not refused, the surest first. */
export function findDuplicates(db: Reader): PaperPair[] {
  const rows = db.all<PairRow>('SELECT * FROM paper_pair');
  const refused = new Set(
    rows.filter((row) => row.verdict === 'distinct').map((row) => `${row.paper_id} ${row.other_id}`),
  );
  const related = new Set(
    db
      .all<{ paper_id: string; other_id: string }>('SELECT paper_id, other_id FROM paper_relation')
      .map((row) => pairKey(row.paper_id, row.other_id).join(' ')),
  );
  const pairs = new Map<string, PaperPair>();
  const papers = listPapers(db);
  const all = papers.map(known);
  for (const [i, j] of meetings(all)) {
    const [a, b] = [all[i]?.paper, all[j]?.paper];
    if (!a || !b) continue;
    const key = pairKey(a.id, b.id).join(' ');
    if (refused.has(key) || related.has(key)) continue;
    const found = comparePapers(a, b);
    if (found) pairs.set(key, { a, b, ...found, found: 'library' });
  }
  const proposed = rows.filter((row) => row.verdict === 'proposed');
  const byId = new Map(
    itemsOf(
      db,
      proposed.flatMap((row) => [row.paper_id, row.other_id]),
    ).map((item) => [item.id, item]),
  );
  for (const row of proposed) {
    const key = `${row.paper_id} ${row.other_id}`;
    const [a, b] = [byId.get(row.paper_id), byId.get(row.other_id)];
    if (!a || !b || a.deletedAt !== null || b.deletedAt !== null || related.has(key)) continue;
    const reasons = JSON.parse(row.reasons) as PairReason[];
    const other = pairs.get(key);
    pairs.set(key, {
      a,
      b,
      score: Math.max(row.score, other?.score ?? 0),
      reasons: [...reasons, ...(other?.reasons ?? []).filter(({ code }) => !reasons.some((one) => one.code === code))],
      found: 'import',
    });
  }
  return [...pairs.values()].sort((x, y) => y.score - x.score).slice(0, MOST);
}
