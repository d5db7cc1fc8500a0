// Claims: the items of lists under a paper, nested ones with the item above them as their context.
import type { List, ListItem, Paragraph } from 'mdast';
import { hasBlankLine } from './lines.ts';
import { isProse, placeOf } from './markdown.ts';
import { isPair, part, partsOf, type DraftPart, type Source } from './sides.ts';

/** A finding before its lines are known. */
export type DraftFinding = { paper: number; parts: DraftPart[]; context: string; depth: number };

/** The findings of a list and of the lists nested in it, in order. Items that claim nothing are left out. */
export function findingsOf(
  source: Source,
  list: List,
  paper: number,
  context: string,
  quoteDepth: number,
  depth = 0,
): DraftFinding[] {
  return list.children.flatMap((item) => {
    const own = claimOf(source, item, quoteDepth);
    const nested = item.children.filter((child) => child.type === 'list');
    const text = own?.map(({ text: words }) => words).join('\n') ?? '';
    // "Three things matter:" above a nested list claims nothing itself.
    const announces = nested.length > 0 && /[:：]\s*[*_`]*$/.test(text);
    const here = own === null || announces ? [] : [{ paper, parts: own, context, depth }];
    const below = nested.flatMap((inner) =>
      findingsOf(source, inner, paper, text === '' ? context : text, quoteDepth, depth + 1),
    );
    return [...here, ...below];
  });
}

/** An item's own text, up to the first list nested in it; null when it has no words. */
function claimOf(source: Source, item: ListItem, quoteDepth: number): DraftPart[] | null {
  const stop = item.children.findIndex((child) => child.type === 'list');
  const blocks = stop < 0 ? item.children : item.children.slice(0, stop);
  const first = blocks.find((block): block is Paragraph => block.type === 'paragraph' && isProse(block));
  const [from, place] = [first && placeOf(first), placeOf(item)];
  if (first === undefined || !from || place === null) return null;
  const margin = { quoteDepth, indent: columnOf(source.markdown, from.start) };
  const second = blocks[blocks.indexOf(first) + 1];
  const to = second && placeOf(second);
  if (second?.type === 'paragraph' && to && isProse(second)) {
    const pair = [part(source, from.start, from.end, margin), part(source, to.start, to.end, margin)] as const;
    if (isPair(pair[0], pair[1])) return [...pair];
  }
  // A formula belongs to the claim it stands in; other blocks stay what they are.
  let end = from.end;
  for (const block of blocks.slice(blocks.indexOf(first) + 1)) {
    const next = placeOf(block);
    if (next === null || !(block.type === 'math' || (block.type === 'paragraph' && isProse(block)))) break;
    end = next.end;
  }
  return end === from.end ? partsOf(source, from.start, end, margin) : [part(source, from.start, end, margin)];
}

/** Width of what stands before an offset on its line: the indent its later lines carry. */
function columnOf(markdown: string, offset: number): number {
  const before = /[^\n\r]*$/.exec(markdown.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  return before.replace(/^[ \t>]*>[ \t]?/, '').replaceAll('\t', '    ').length;
}

/** A list that may have its translation in the next one. */
export type ListMark = { first: number; count: number; paper: number; end: number };

/**
 * A list whose items, one by one, translate those of the list just before it: its findings are put together with
 * them. Gives whether they were.
 */
export function joinTranslatedList(
  findings: DraftFinding[],
  before: ListMark,
  after: DraftFinding[],
  between: string,
): boolean {
  const originals = findings.slice(before.first, before.first + before.count);
  if (after.length === 0 || after.length !== originals.length || after[0]?.paper !== before.paper) return false;
  // One line may lead in to the translation; more is text of its own.
  if (hasBlankLine(between.trim())) return false;
  const match = originals.every((finding, i) => {
    const [a, b] = [finding.parts[0], after[i]?.parts[0]];
    return (
      a !== undefined &&
      b !== undefined &&
      finding.parts.length === 1 &&
      after[i]?.parts.length === 1 &&
      finding.depth === after[i]?.depth &&
      isPair(a, b)
    );
  });
  if (match) for (const [i, finding] of originals.entries()) finding.parts.push(...(after[i]?.parts ?? []));
  return match;
}
