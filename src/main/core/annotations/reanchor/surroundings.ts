// Where in a new document a place of the old one should be, told by what stands around it.
import type { FoldedDocument, Stretch } from './folded-document.ts';

/** Folded characters of a chunk of context; long enough to stand once in most documents. */
const CHUNK = 22;
/** How far from the place chunks are taken. */
const REACH = 440;
/** Chunks whose votes differ by less agree. */
const AGREE = 90;

/** `votes` chunks of the surroundings say that the place begins at `at`. */
export type Estimate = { at: number; votes: number };

/** A text around a place: the folded context, and where in it the place's stretch lies. */
export type Around = { text: string; place: Stretch };

/** What surrounds a stretch of a document. */
export function around(document: FoldedDocument, place: Stretch): Around {
  const from = Math.max(0, place.start - REACH);
  return {
    text: document.text.slice(from, place.end + REACH),
    place: { start: place.start - from, end: place.end - from },
  };
}

/**
 * The place most chunks of the surroundings agree on; undefined where none stands in the document. A chunk that stands
 * in several places votes for none.
 */
export function estimate({ text, place }: Around, document: FoldedDocument): Estimate | undefined {
  const votes: { at: number; weight: number }[] = [];
  const vote = (start: number): void => {
    const chunk = text.slice(start, start + CHUNK);
    if (chunk.length < CHUNK * 0.7) return;
    const first = document.text.indexOf(chunk);
    if (first < 0 || document.text.indexOf(chunk, first + 1) >= 0) return;
    // What stands before the place says where it begins, what stands after it where it ends.
    const at = start < place.start ? first + (place.start - start) : first - (start - place.start);
    votes.push({ at, weight: 1 / (1 + Math.abs(start - place.start) / 200) });
  };
  for (let start = place.start - CHUNK; start > -CHUNK; start -= CHUNK) vote(Math.max(0, start));
  for (let start = place.end; start < text.length; start += CHUNK) vote(start);
  let best: (Estimate & { weight: number }) | undefined;
  for (const { at } of votes) {
    const agreeing = votes.filter((other) => Math.abs(other.at - at) <= AGREE);
    const weight = agreeing.reduce((sum, each) => sum + each.weight, 0);
    if (best === undefined || weight > best.weight) best = { at, votes: agreeing.length, weight };
  }
  return best && { at: best.at, votes: best.votes };
}

/** How many folded characters agree next to a stretch, on both sides together; at most 48 a side. */
export function agreement({ text, place }: Around, document: FoldedDocument, at: Stretch): number {
  let count = 0;
  for (let i = 1; i <= 48 && i <= place.start && i <= at.start; i++, count++) {
    if (text[place.start - i] !== document.text[at.start - i]) break;
  }
  for (let i = 0; i < 48 && place.end + i < text.length; i++, count++) {
    if (text[place.end + i] !== document.text[at.end + i]) break;
  }
  return count;
}
