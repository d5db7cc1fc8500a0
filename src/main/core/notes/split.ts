// Splits and joins passages, both languages together.
import { type Sides, staleSide } from '#shared/bilingual.ts';
import { AppError } from '#shared/errors.ts';
import type { Passage } from '#shared/notes.ts';
import { alignTexts, splitPoint } from '#shared/text/align.ts';
import { isClosedScript, lastChar, firstChar } from '#shared/text/script.ts';
import type { Side } from '#shared/values.ts';
import type { Row, Tx } from '../kinds.ts';
import { passagesOf } from './sql.ts';
import { columnsOf, linkPassage, placeAfter } from './write.ts';

export type Split = { side: Side; at: number; otherAt?: number | undefined };

/** Splits a passage in two; links, marks of age and of drafts go with both parts. Answers the new, second part's id. */
export function splitPassage(tx: Tx, passage: Passage, { side, at, otherAt }: Split): string {
  const other = side === 'primary' ? 'secondary' : 'primary';
  if (at > passage[side].length) {
    throw new AppError('bad_input', `at: this side has ${passage[side].length} characters, not ${at}.`);
  }
  if (otherAt !== undefined && otherAt > passage[other].length) {
    throw new AppError('bad_input', `otherAt: that side has ${passage[other].length} characters, not ${otherAt}.`);
  }
  const there = otherAt ?? otherSplit(tx, passage, side, at);
  const cut = { [side]: at, [other]: there } as Record<Side, number>;
  const part = (take: (text: string, at: number) => string): Sides => ({
    primary: take(passage.primary, cut.primary),
    secondary: take(passage.secondary, cut.secondary),
    primaryAt: passage.primaryAt,
    secondaryAt: passage.secondaryAt,
  });
  const row = tx.row('passage', passage.id) ?? {};
  const position = placeAfter(tx, passage.noteId, passage.id);
  tx.patch('passage', passage.id, {
    ...columnsOf(part((text, end) => text.slice(0, end).trimEnd())),
    updated_at: tx.now,
  });
  const id = tx.newId();
  tx.put('passage', id, {
    ...row,
    ...columnsOf(part((text, start) => text.slice(start).trimStart())),
    position,
    // The place in the margin stays with the first part.
    spot: null,
    created_at: tx.now,
    updated_at: tx.now,
  });
  for (const annotationId of passage.annotationIds) linkPassage(tx, id, annotationId);
  return id;
}

function otherSplit({ library }: Tx, passage: Passage, side: Side, at: number): number {
  const other = side === 'primary' ? 'secondary' : 'primary';
  // A break before or after everything leaves the other side whole, with the words it belongs to.
  if (!passage[side].slice(at).trim()) return passage[other].length;
  if (!passage[side].slice(0, at).trim()) return 0;
  const languages = { primary: library.primary, secondary: library.secondary };
  return splitPoint(alignTexts(passage.primary, passage.secondary, languages), side, at, passage[other].length);
}

/** Joins a passage with the next of its note; that one goes to the trash. `conflict` when it is the last. */
export function joinWithNext(tx: Tx, passage: Passage): void {
  const passages = passagesOf(tx.db, passage.noteId);
  const next = passages[passages.findIndex(({ id }) => id === passage.id) + 1];
  if (!next) throw new AppError('conflict', 'There is no passage after this one to join it with.');
  const now = tx.now;
  const joined: Sides = {
    primary: joinTexts(passage.primary, next.primary),
    secondary: joinTexts(passage.secondary, next.secondary),
    primaryAt: Math.max(passage.primaryAt, next.primaryAt),
    secondaryAt: Math.max(passage.secondaryAt, next.secondaryAt),
  };
  // What was behind in either part is behind in the whole.
  const stale = staleSide(passage) ?? staleSide(next);
  if (stale)
    joined[`${stale}At`] = Math.min(
      joined[`${stale}At`],
      joined[`${stale === 'primary' ? 'secondary' : 'primary'}At`] - 1,
    );
  const drafted: Row = {};
  for (const side of ['primary', 'secondary'] as const) {
    // A draft stays marked while anything of it is unread.
    drafted[`${side}_by`] = passage.draftedBy[side] || next.draftedBy[side];
  }
  const spot = passage.spot ?? next.spot;
  tx.patch('passage', passage.id, {
    ...columnsOf(joined),
    ...drafted,
    spot: spot ? JSON.stringify(spot) : null,
    updated_at: now,
  });
  for (const annotationId of next.annotationIds) linkPassage(tx, passage.id, annotationId);
  tx.patch('passage', next.id, { deleted_at: now });
}

/** Markdown that must begin or end a line of its own. */
const BLOCK = /^(?:[-*+>#|]|\d+[.)]\s|```|\$\$|!\[|\s{4})|\n/u;

/** Two parts as one text: sentences run on, blocks stand apart. */
export function joinTexts(first: string, second: string): string {
  const [left, right] = [first.trimEnd(), second.trimStart()];
  if (!left || !right) return left + right;
  if (BLOCK.test(left) || BLOCK.test(right)) return `${left}\n\n${right}`;
  const isClosed = isClosedScript(lastChar(left)) && isClosedScript(firstChar(right));
  const endsWide = /[。！？；：，、”』」）]$/u.test(left);
  return left + (isClosed || endsWide ? '' : ' ') + right;
}
