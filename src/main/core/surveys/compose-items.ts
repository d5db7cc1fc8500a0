// Findings and passages that left a survey, and findings that came: their lines taken out of its text, and put in
// where their siblings are, in the siblings' list style.
import type { Side } from '#shared/values.ts';
import type { BoundBlock, Facts, Words } from './compose.ts';
import type { TextEdit } from './encode.ts';
import { commonLineEnd, lineEnd, lineStart } from './parse/rewrap.ts';

/** A list item's front: quote marks and indent, marker, and the space behind it. */
const ITEM = /^(?<margin>[ \t>]*)(?<marker>[-*+]|(?<number>\d{1,9})(?<stop>[.)]))(?<gap>[ \t]+)(?:\[[ xX]\][ \t]+)?$/;
const NESTED = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Takes a block's lines out, with what its list marker leaves; nothing where other items hang on it. */
export function removeStretch(text: string, { kind, start, end }: BoundBlock): TextEdit[] {
  const from = lineStart(text, start);
  const front = text.slice(from, start);
  const isItem = ITEM.test(front);
  if (!isItem && !/^[ \t>]*$/.test(front)) return [];
  const stop = lineEnd(text, end);
  const behind = text.slice(end, stop);
  if (/\S/.test(behind) && kind === 'passage') return [];
  const next = nextLine(text, stop);
  if (isItem && next.end > next.start) {
    const line = text.slice(next.start, next.end);
    if (NESTED.test(line) && indentOf(line) > indentOf(front)) return [];
  }
  if (next.start > stop) {
    // One of the two blank lines around a paragraph goes with it.
    const isBlank = !isItem && next.end > next.start - 1 && /^[ \t>]*$/.test(text.slice(next.start, next.end));
    const after = isBlank ? nextLine(text, next.end).start : next.start;
    return [{ start: from, end: Math.max(after, next.start), insert: '' }];
  }
  const before = /(?:\r\n|\n|\r)$/.exec(text.slice(0, from))?.[0].length ?? 0;
  return [{ start: from - before, end: stop, insert: '' }];
}

const indentOf = (line: string): number => (/^[ \t>]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;

function nextLine(text: string, stop: number): { start: number; end: number } {
  const eol = /^(?:\r\n|\n|\r)/.exec(text.slice(stop, stop + 2))?.[0].length ?? 0;
  return { start: stop + eol, end: eol === 0 ? stop + eol : lineEnd(text, stop + eol) };
}

/** A finding to come in: its edit, the side it says, and how much of the insertion stands in front of its words. */
export type Insertion = { edit: TextEdit; finding: Words; side: Side; lead: number };

/** Places for the findings that no stretch says yet; those of papers the text does not speak of have none. */
export function insertFindings(text: string, blocks: readonly BoundBlock[], facts: Facts): Insertion[] {
  const eol = commonLineEnd(text);
  const made: Insertion[] = [];
  /** How many came in at each place already: ordered lists count on. */
  const counts = new Map<number, number>();
  for (const finding of facts.loose) {
    const place = besideSibling(text, blocks, facts, finding) ?? underPaper(text, blocks, facts, finding);
    if (place === null) continue;
    const side = place.side !== null && finding[place.side].trim() !== '' ? place.side : said(finding);
    const words = finding[side].replace(/\r\n?/g, '\n').trim();
    if (words === '') continue;
    const count = counts.get(place.at) ?? 0;
    counts.set(place.at, count + 1);
    const { margin, number, stop, gap } = place;
    const marker = number === null ? place.marker : `${number + 1 + count}${stop}`;
    const indent = margin + ' '.repeat(marker.length + gap.length);
    const front = (count === 0 ? place.before : '') + eol + margin + marker + gap;
    const lines = words.split('\n').map((line, i) => (i === 0 || line === '' ? line : indent + line));
    made.push({
      edit: { start: place.at, end: place.at, insert: front + lines.join(eol) },
      finding,
      side,
      lead: front.length,
    });
  }
  return made;
}

const said = ({ primary }: Words): Side => (primary.trim() === '' ? 'secondary' : 'primary');

type Spot = {
  at: number;
  /** Before the first that comes in here. */
  before: string;
  margin: string;
  marker: string;
  number: number | null;
  stop: string;
  gap: string;
  side: Side | null;
};

/** Behind the last item that is a finding of the same paper, and what is nested in it. */
function besideSibling(text: string, blocks: readonly BoundBlock[], facts: Facts, finding: Words): Spot | null {
  const siblings = blocks.filter(
    ({ kind, entityId }) =>
      kind === 'finding' && facts.findings.get(entityId ?? '')?.paperId === finding.paperId && entityId !== finding.id,
  );
  for (const sibling of siblings.toReversed()) {
    const front = text.slice(lineStart(text, sibling.start), sibling.start);
    const item = ITEM.exec(front)?.groups;
    if (item === undefined) continue;
    const { margin = '', marker = '-', number, stop = '', gap = ' ' } = item;
    let at = lineEnd(text, sibling.end);
    // Lines that belong to the item: deeper, or the rest of a paragraph.
    for (;;) {
      const next = nextLine(text, at);
      const line = text.slice(next.start, next.end);
      if (next.end <= next.start || !/\S/.test(line) || indentOf(line) <= indentOf(front)) break;
      at = next.end;
    }
    return {
      at,
      before: '',
      margin,
      marker,
      number: number === undefined ? null : Number(number),
      stop,
      gap,
      side: sibling.side,
    };
  }
  return null;
}

/** The paper has no finding here yet: a list of its own, behind what is said of it. */
function underPaper(text: string, blocks: readonly BoundBlock[], facts: Facts, finding: Words): Spot | null {
  const named = blocks.find(({ kind, entityId }) => kind === 'paper' && entityId === finding.paperId);
  if (named === undefined || finding.paperId === null) return null;
  const end = blocks.find(({ kind, start }) => (kind === 'paper' || kind === 'reference') && start >= named.end)?.start;
  const under = blocks.filter(
    ({ kind, entityId, start }) =>
      kind === 'passage' &&
      start >= named.end &&
      start < (end ?? text.length) &&
      facts.passages.get(entityId ?? '')?.paperId === finding.paperId,
  );
  const last = under.at(-1) ?? named;
  const eol = commonLineEnd(text);
  const item = ITEM.exec(text.slice(lineStart(text, last.start), last.start))?.groups;
  const margin = item === undefined ? '' : (item['margin'] ?? '') + '  ';
  const at = lineEnd(text, last.end);
  return {
    at,
    before: item === undefined ? eol : '',
    margin,
    marker: '-',
    number: null,
    stop: '',
    gap: ' ',
    side: null,
  };
}
