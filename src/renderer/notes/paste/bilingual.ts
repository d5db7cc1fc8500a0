// Pasted text in both languages: whether it is that, and which of its sentences belong together. Pure.
import { alignSentences, type LanguagePair } from '#shared/text/align.ts';
import { sentencesOf } from '#shared/text/sentences.ts';

/** One row to be: the sentences of either side. */
export type Row = { primary: string[]; secondary: string[] };
export type Side = keyof Row;

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;

/** Which languages are written in Han characters; telling two apart by script needs exactly one that is. */
const isHan = (tag: string): boolean => /^(?:zh|ja|yue)\b/iu.test(tag);

/** The side a stretch belongs to by its script; null where it has no letters. */
function sideOf(text: string, { primary }: LanguagePair): Side | null {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0) return null;
  // A Han character weighs more than a letter: a Chinese sentence with an English term stays Chinese.
  const han = (text.match(HAN)?.length ?? 0) * 3;
  const isHanText = han >= letters;
  return isHanText === isHan(primary) ? 'primary' : 'secondary';
}

const canTell = ({ primary, secondary }: LanguagePair): boolean => isHan(primary) !== isHan(secondary);

/** Lines, or the cells of a pasted table. */
const piecesOf = (text: string): string[] =>
  text
    .split(/\r?\n|\t/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** Is there a paragraph's worth in each language? Words of one inside the other are not that. */
export function looksBilingual(text: string, languages: LanguagePair): boolean {
  if (!canTell(languages) || text.length > 200_000) return false;
  const sides = piecesOf(text).map((piece) => ({ side: sideOf(piece, languages), length: piece.length }));
  const amount = (side: Side) => sides.filter((one) => one.side === side).reduce((sum, { length }) => sum + length, 0);
  return amount('primary') >= 8 && amount('secondary') >= 4 && sides.length >= 2;
}

/**
 * Rows of pasted text: paragraph by paragraph where both languages have as many, whether they alternate or follow each
 * other as wholes; else by sentences.
 */
export function rowsOf(text: string, languages: LanguagePair, by: 'paragraphs' | 'sentences'): Row[] {
  const pieces = piecesOf(text);
  const of = (side: Side): string[] => {
    let last: Side = 'primary';
    return pieces.filter((piece) => {
      // What has no letters (a formula, a rule) goes with what it follows.
      last = sideOf(piece, languages) ?? last;
      return last === side;
    });
  };
  const [primary, secondary] = [of('primary'), of('secondary')];
  if (by === 'paragraphs') return fromBeads(primary, secondary);
  const cut = (parts: string[], lang: string) =>
    parts.flatMap((part) => sentencesOf(part, lang).map(({ start, end }) => part.slice(start, end)));
  return fromBeads(cut(primary, languages.primary), cut(secondary, languages.secondary));
}

function fromBeads(primary: string[], secondary: string[]): Row[] {
  return alignSentences(primary, secondary).map((bead) => ({
    primary: primary.slice(...bead.primary),
    secondary: secondary.slice(...bead.secondary),
  }));
}

/** Moves the first piece of a row's side to the row before, or its last to the row after, making one at the ends. */
export function shifted(rows: readonly Row[], at: number, side: Side, to: 'up' | 'down'): Row[] {
  const row = rows[at];
  const piece = to === 'up' ? row?.[side][0] : row?.[side].at(-1);
  if (!row || piece === undefined) return [...rows];
  const next = rows.map((one) => ({ primary: [...one.primary], secondary: [...one.secondary] }));
  const target = to === 'up' ? at - 1 : at + 1;
  if (to === 'up') next[at]?.[side].shift();
  else next[at]?.[side].pop();
  const added: Row = { primary: [], secondary: [], [side]: [piece] };
  if (target < 0) next.unshift(added);
  else if (target >= next.length) next.push(added);
  else if (to === 'up') next[target]?.[side].push(piece);
  else next[target]?.[side].unshift(piece);
  return next.filter((one) => one.primary.length + one.secondary.length > 0);
}

/** A row and the one after it as one. */
export function mergedDown(rows: readonly Row[], at: number): Row[] {
  const [first, second] = [rows[at], rows[at + 1]];
  if (!first || !second) return [...rows];
  const one: Row = {
    primary: [...first.primary, ...second.primary],
    secondary: [...first.secondary, ...second.secondary],
  };
  return [...rows.slice(0, at), one, ...rows.slice(at + 2)];
}
