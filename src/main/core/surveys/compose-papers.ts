// A paper's fields in the stretches that name it: where a field was changed in the library, what the stretch says of
// it is replaced, and nothing else. A field the stretch does not say is not put into it.
import { z } from 'zod';
import { Author, type Paper } from '#shared/papers.ts';
import { parseReference, readInline } from '../references/index.ts';
import type { BoundBlock } from './compose.ts';
import type { TextEdit } from './encode.ts';

/** The fields a stretch can say, as the paper had them when the stretch was bound. */
export const PaperBase = z.object({
  /** The paper then: after a merge of two papers the stretch is another's, and nobody edited what it says. */
  id: z.string().optional(),
  title: z.string(),
  authors: z.array(Author),
  year: z.number().nullable(),
  container: z.string(),
  volume: z.string(),
  issue: z.string(),
  pages: z.string(),
  publisher: z.string(),
  doi: z.string().nullable(),
  arxivId: z.string().nullable(),
  url: z.string().nullable(),
});
type PaperBase = z.infer<typeof PaperBase>;

/** What is stored with a block of this paper. */
export const paperBase = (paper: PaperBase): string => JSON.stringify(PaperBase.parse(paper));

const WORDS = ['container', 'publisher', 'volume', 'issue', 'pages'] as const;

/** The edits that bring a stretch up to its paper's fields. */
export function paperEdits(text: string, { kind, start, end }: BoundBlock, base: string, paper: Paper): TextEdit[] {
  const before = PaperBase.parse(JSON.parse(base));
  const now = PaperBase.parse(paper);
  if (before.id !== undefined && before.id !== paper.id) return [];
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  const raw = text.slice(start, end);
  const said = kind === 'reference' ? parseReference(raw) : null;
  const found: TextEdit[] = [];
  const replace = (at: Range | null, insert: string): void => {
    if (at && raw.slice(at.start, at.end) !== insert)
      found.push({ start: start + at.start, end: start + at.end, insert });
  };
  const address = addressOf(raw);
  const words = masked(raw, address);
  const titleAt = titleRange(raw, words, said?.title ?? before.title);
  if (before.title !== now.title) {
    const stated = said?.title ?? before.title;
    if (titleAt && stated !== now.title) replace(titleAt, now.title);
  }
  const from = titleAt?.end ?? 0;
  if (said !== null) {
    for (const field of WORDS) {
      const [was, is] = [said[field], now[field]];
      if (before[field] === is || was === null || was === '' || is === '' || was === is) continue;
      replace(wordRange(words, was, field === 'container' || field === 'publisher' ? from : from), is);
    }
    if (before.year !== now.year && said.year !== null && now.year !== null)
      replace(wordRange(words, String(said.year), 0, true), String(now.year));
    if (JSON.stringify(before.authors) !== JSON.stringify(now.authors))
      for (const edit of authorEdits(words.slice(0, titleAt?.start ?? words.length), said.authors, now.authors))
        replace(edit, edit.insert);
  }
  for (const field of ['doi', 'arxivId'] as const) {
    const [was, is] = [before[field], now[field]];
    if (was === null || is === null || was === is) continue;
    for (const each of raw.matchAll(new RegExp(escaped(was), 'giu')))
      replace({ start: each.index, end: each.index + each[0].length }, is);
  }
  const { url } = before;
  if (url !== null && now.url !== null && url !== now.url && raw.includes(url))
    replace({ start: raw.indexOf(url), end: raw.indexOf(url) + url.length }, now.url);
  return found;
}

type Range = { start: number; end: number };

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Stretches of a raw entry that are addresses or identifiers: numbers in them are no years. */
function addressOf(raw: string): Range[] {
  return [...raw.matchAll(/https?:\/\/[^\s<>"“”]+|\b10\.\d{4,9}\/[^\s<>"“”]+|arxiv\s*:\s*\S+/giu)].map((each) => ({
    start: each.index,
    end: each.index + each[0].length,
  }));
}

function masked(raw: string, ranges: readonly Range[]): string {
  return ranges.reduce(
    (text, { start, end }) => text.slice(0, start) + '\0'.repeat(end - start) + text.slice(end),
    raw,
  );
}

/** Where a title stands, across line breaks and marks. */
function titleRange(raw: string, words: string, title: string): Range | null {
  if (title.trim() === '') return null;
  const plain = words.indexOf(title);
  if (plain >= 0) return { start: plain, end: plain + title.length };
  const loose = title.split(/[\s*_`~\\]+/u).filter((word) => word !== '');
  if (loose.length === 0 || loose.length > 80) return null;
  const found = new RegExp(loose.map(escaped).join('[\\s*_`~>\\\\]+'), 'iu').exec(words);
  return found && readInline(raw.slice(found.index, found.index + found[0].length)).links.length === 0
    ? { start: found.index, end: found.index + found[0].length }
    : null;
}

/** The last place at or behind `from` where a value stands as a word of its own. */
function wordRange(words: string, value: string, from: number, anywhere = false): Range | null {
  const pattern = escaped(value).replace(/\\-/g, '\\s*(?:--|[-–—‐−~])\\s*').replace(/\s+/g, '\\s+');
  const all = [...words.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'))].filter(
    (each) => anywhere || each.index >= from,
  );
  const found = anywhere ? all.at(-1) : all[0];
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

/** Names replaced one by one, where the list stays as long as it was and each name can be found. */
function authorEdits(words: string, before: readonly Author[], now: readonly Author[]): (Range & { insert: string })[] {
  const edits: (Range & { insert: string })[] = [];
  let from = 0;
  for (const [i, author] of before.entries()) {
    const next = now[i];
    const names = (each: Author): string[] => ('literal' in each ? [each.literal] : [each.family, each.given]);
    const [was, is] = [names(author), next === undefined ? [] : names(next)];
    for (const [part, name] of was.entries()) {
      const at = name === '' ? -1 : words.toLowerCase().indexOf(name.toLowerCase(), part === 0 ? from : 0);
      const other = is[part];
      if (at >= 0 && other !== undefined && other !== '' && other !== name && was.length === is.length)
        edits.push({ start: at, end: at + name.length, insert: other });
      if (part === 0 && at >= 0) from = at;
    }
  }
  return edits;
}
