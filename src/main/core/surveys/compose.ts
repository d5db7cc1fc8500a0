// A survey's text as it is now: the text that was last read, with what changed in the library since put into the
// stretches bound to it. Nothing is stored: while nothing changed, there are no edits, and the export is the source.
import type { Side } from '#shared/values.ts';
import type { Paper } from '#shared/papers.ts';
import type { SurveyBlock } from '#shared/surveys.ts';
import { spliceText, type TextEdit } from './encode.ts';
import { insertFindings, removeStretch } from './compose-items.ts';
import { paperEdits } from './compose-papers.ts';
import { lineFinder } from './parse/lines.ts';
import { rewrap } from './parse/rewrap.ts';

/** A block as stored: what its stretch said when it was bound, in the terms of what it is bound to. */
export type BoundBlock = SurveyBlock & {
  /** Of a finding or passage: the side the stretch says. */
  side: Side | null;
  /** The side's text, or the paper's fields as JSON; null where a library from before knows it no more. */
  base: string | null;
};

/** A two-language text of the library. */
export type Words = { id: string; primary: string; secondary: string; isGone: boolean; paperId: string | null };

/** What the library knows of a survey's parts, by id. `loose` are findings of the survey that no stretch says yet. */
export type Facts = {
  findings: ReadonlyMap<string, Words>;
  passages: ReadonlyMap<string, Words>;
  papers: ReadonlyMap<string, Paper>;
  loose: readonly Words[];
};

/** An edit, and the block whose own words it changes. */
type OwnedEdit = TextEdit & { owner?: string };

/** A text with its bound stretches. `edits` led from the stored text to it. */
export type Composed = { text: string; blocks: BoundBlock[]; edits: TextEdit[]; move(offset: number): number };

/** A stored text as it is now. Offsets of the result's blocks are into the result's text. */
export function compose(text: string, blocks: readonly BoundBlock[], facts: Facts): Composed {
  const written = blocks.flatMap((block) => editsOf(text, block, facts).map((edit) => ({ ...edit, owner: block.id })));
  const inserted = insertFindings(text, blocks, facts);
  const edits = apart([...written, ...inserted.map(({ edit }) => edit)]);
  if (edits.length === 0) return { text, blocks: [...blocks], edits, move: (offset) => offset };
  const composed = spliceText(text, edits);
  const lineOf = lineFinder(composed);
  const moved = blocks.flatMap((block): BoundBlock[] => {
    const start = moveStart(edits, block.start);
    const end = moveEnd(edits, block.end, block.id);
    return end > start ? [{ ...block, start, end, line: lineOf(start) }] : [];
  });
  const made = inserted.flatMap(({ edit, finding, side, lead }): BoundBlock[] => {
    const index = edits.indexOf(edit);
    if (index < 0) return [];
    const before = edits.slice(0, index).reduce((sum, each) => sum + growth(each), 0);
    const start = edit.start + before + lead;
    const end = edit.start + before + edit.insert.length;
    const { id } = finding;
    return [{ id, kind: 'finding', entityId: id, start, end, line: lineOf(start), side, base: null }];
  });
  return {
    text: composed,
    blocks: [...moved, ...made].toSorted((a, b) => a.start - b.start),
    edits,
    move: (offset) => moveStart(edits, offset),
  };
}

function editsOf(text: string, block: BoundBlock, facts: Facts): TextEdit[] {
  const { kind, entityId, side, base, start, end } = block;
  if (entityId === null) return [];
  if (kind !== 'finding' && kind !== 'passage') {
    const paper = facts.papers.get(entityId);
    return paper && base !== null && kind !== 'mention' ? paperEdits(text, block, base, paper) : [];
  }
  const words = (kind === 'finding' ? facts.findings : facts.passages).get(entityId);
  if (words === undefined) return [];
  if (words.isGone) return removeStretch(text, block);
  if (side === null || base === null) return [];
  const next = words[side].replace(/\r\n?/g, '\n').trim();
  if (next === base) return [];
  if (next === '') return words.primary.trim() + words.secondary.trim() === '' ? removeStretch(text, block) : [];
  return rewrap(text, start, end, base, next);
}

/** In order, and none into another: of two that overlap the first stays, two removals become one. */
function apart(edits: readonly OwnedEdit[]): OwnedEdit[] {
  const kept: OwnedEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (last === undefined || edit.start >= last.end) kept.push(edit);
    else if (last.insert === '' && edit.insert === '')
      kept[kept.length - 1] = { ...last, end: Math.max(last.end, edit.end) };
  }
  return kept;
}

const growth = ({ start, end, insert }: TextEdit): number => insert.length - (end - start);

/** Where the start of a stretch lies after the edits; where all around it went, there. */
function moveStart(edits: readonly OwnedEdit[], offset: number): number {
  let moved = offset;
  for (const edit of edits) {
    if (edit.start >= offset) break;
    moved += edit.end <= offset ? growth(edit) : edit.start - offset;
  }
  return moved;
}

/** As {@link moveStart}, for its end: of what comes in exactly there only its own words are part of it. */
function moveEnd(edits: readonly OwnedEdit[], offset: number, owner: string): number {
  let moved = offset;
  for (const edit of edits) {
    if (edit.start > offset) break;
    if (edit.end > offset) moved += edit.start < offset ? edit.start - offset : 0;
    else if (edit.start < offset || edit.owner === owner) moved += growth(edit);
  }
  return moved;
}
