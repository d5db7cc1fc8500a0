// How two printed lines become running text: one rule set for copy, quotes, search and anchoring (DESIGN section 2).

import { isPlainClosedWord, keepsHyphen } from './hyphen.ts';
import { firstChar, lastChar, scriptOf, type ScriptClass } from './script.ts';
import type { Habits } from './habits.ts';

/** What stands between two lines, and whether the hyphen the left one ends with goes. */
export type Join = { text: '' | ' '; dropHyphen: boolean };

const CLOSED: Join = { text: '', dropHyphen: false };
const SPACE: Join = { text: ' ', dropHyphen: false };
const DROPPED: Join = { text: '', dropHyphen: true };

const LINE_HYPHEN = /([\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'\u2019-]*))[-\u2010]$/u;
const LEADING_WORD = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'\u2019]|[-\u2010](?=[\p{L}\p{N}]))*/u;
/** "pre- and post-processing": the hyphen is suspended, the space is real. */
const SUSPENDED = /^(?:and|or|to|und|oder|bzw|et|ou|y|e|o)$/u;

/**
 * Joins the end of one line to the start of the next. `left` and `right` are the lines, or at least their last and
 * first words. With `dropHyphen` the last character of `left` is not part of the text.
 */
export function joinLines(left: string, right: string, habits: Habits): Join {
  if (left === '' || right === '' || /\s$/u.test(left) || /^\s/u.test(right)) return CLOSED;
  if (left.endsWith('\u00AD')) return DROPPED;
  const last = lastChar(left);
  const first = firstChar(right);
  if (last === '-' || last === '\u2010') {
    const hyphened = LINE_HYPHEN.exec(left.slice(-80));
    if (hyphened !== null) return joinHyphen(hyphened[1] ?? '', right, habits);
  }
  // A dash or slash that touches its word belongs to it; one that stands free keeps its space.
  if (/[\u2013\u2014/]/u.test(last)) return /\s.$/u.test(left) ? SPACE : CLOSED;
  return joinScripts(last, scriptOf(last), first, scriptOf(first), habits);
}

function joinHyphen(left: string, right: string, habits: Habits): Join {
  const word = LEADING_WORD.exec(right)?.[0] ?? '';
  if (word === '') return scriptOf(firstChar(right)) === 'other' && /^[("\u201C[]/u.test(right) ? SPACE : CLOSED;
  if (scriptOf(firstChar(word)) !== 'other' || scriptOf(lastChar(left)) !== 'other') return CLOSED;
  if (SUSPENDED.test(word)) return isPlainClosedWord(left + word, habits) ? DROPPED : SPACE;
  return keepsHyphen(left, word, habits) ? CLOSED : DROPPED;
}

function joinScripts(last: string, left: ScriptClass, first: string, right: ScriptClass, habits: Habits): Join {
  if (left === 'wide' || right === 'wide') return CLOSED;
  const isLeftClosed = left === 'han' || left === 'kana';
  const isRightClosed = right === 'han' || right === 'kana';
  if (isLeftClosed && isRightClosed) return CLOSED;
  if (left === 'hangul' || right === 'hangul' || (!isLeftClosed && !isRightClosed)) return SPACE;
  // One side is Han or kana, the other is neither: letters and digits follow the habit, punctuation stays closed.
  const other = isLeftClosed ? first : last;
  return /[\p{L}\p{N}]/u.test(other) && habits.hanLatinSpace ? SPACE : CLOSED;
}
