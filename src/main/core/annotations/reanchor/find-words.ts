// Finding marked words in another version of their document. In turn: the same words where their surroundings say,
// the same words in pieces (something was set between), words much like them. Never a guess between two places.
import search from 'approx-string-match';
import type { FoldedDocument, Stretch } from './folded-document.ts';
import { agreement, estimate, type Around, type Estimate } from './surroundings.ts';

/** Below this share of equal characters words are not taken for the same; the review queue has them. */
export const FUZZY_LEAST = 0.8;
/** The least that is offered in the review queue as a likely place. */
const OFFER_LEAST = 0.55;
/** Quotes of this many folded characters hardly stand in a document twice by chance. */
const LONG = 40;
/** How far a place may be from where its surroundings say, in folded characters. */
const NEAR = 600;
/** Agreement of the next characters, both sides together, that proves a place. */
const PROOF = 9;
/** The same for short words, and for a place far from where its surroundings say. */
const FAR_PROOF = 26;
/** A place so near to where it should be is the place. */
const HERE = 40;
/** Words of this many folded characters tell something by themselves. */
const TELLING = 24;
/** A place that is where it should be, but for a sign or two. */
const EXACTLY = 3;
/** Signs without letters come in rows: by so much must one place be better than the next. */
const SIGNS_APART = 12;
/** Fewer folded characters between two pieces were added to the mark's words, not set between them. */
const BRIDGE = 48;
/** Approximate search takes time with the length of the pattern: of longer ones the two ends are searched. */
const LONGEST_PATTERN = 320;

export type Found = {
  stretches: Stretch[];
  how: 'exact' | 'fuzzy';
  score: number;
  /** False where a reader must look: it is the likeliest place, no more. */
  isSure: boolean;
};

/** Looks for the quote (folded) that stood in `context`; undefined where nothing like it is there. */
export function findWords(document: FoldedDocument, quote: string, context: Around): Found | undefined {
  if (quote === '') return undefined;
  const guess = estimate(context, document);
  const exact = chooseExact(document, quote, context, guess);
  if (exact?.isSure === true) return exact;
  // Something was set between the words, or a part of them was changed: only near where they should be.
  const pieces = exact === undefined && guess !== undefined ? inPieces(document, quote, guess) : undefined;
  if (pieces) return pieces;
  if (exact !== undefined) {
    // The same words far from their surroundings, and words much like them just there: those were revised.
    const here =
      guess !== undefined && quote.length >= TELLING ? findAlike(document, quote, context, guess) : undefined;
    return here?.isSure === true ? here : exact;
  }
  return findAlike(document, quote, context, guess);
}

function chooseExact(
  document: FoldedDocument,
  quote: string,
  context: Around,
  guess: Estimate | undefined,
): Found | undefined {
  const places = document.occurrences(quote).map((start) => {
    const place = { start, end: start + quote.length };
    return {
      place,
      proof: agreement(context, document, place),
      distance: guess === undefined ? Infinity : Math.abs(guess.at - start),
    };
  });
  if (places.length === 0) return undefined;
  const [best, second] = places.toSorted((a, b) => rank(b) - rank(a) || a.distance - b.distance);
  if (best === undefined) return undefined;
  const isTold = (guess?.votes ?? 0) >= 2;
  const isProven =
    // Beside it stands what stood there before, and nothing else says that it should be far away.
    (best.proof >= (quote.length >= TELLING ? PROOF : FAR_PROOF) && (!isTold || best.distance <= NEAR)) ||
    best.proof >= FAR_PROOF + quote.length / 4 ||
    (best.proof >= PROOF && best.distance <= HERE) ||
    // Short words are everywhere: near is not enough for them.
    (isTold &&
      best.distance <= (quote.length >= TELLING ? NEAR : EXACTLY) &&
      (quote.length >= TELLING || best.proof >= 4));
  const isAlone = places.length === 1 && quote.length >= LONG && (!isTold || best.distance <= NEAR);
  // Two places that look the same, and the surroundings do not tell them apart.
  const isTie =
    second !== undefined &&
    second.proof >= best.proof - (/[\p{L}\p{N}]/u.test(quote) ? 0 : SIGNS_APART) &&
    Math.abs(second.distance - best.distance) < 30 &&
    !(best.distance < 4 && second.distance >= 4);
  return {
    stretches: [best.place],
    how: 'exact',
    score: 1,
    isSure: (isProven || isAlone) && !isTie,
  };
}

/** A place's worth: what stands next to it, then how near it is to where it should be. */
const rank = ({ proof, distance }: { proof: number; distance: number }): number =>
  Math.min(proof, 60) + (distance <= 40 ? 50 : distance <= NEAR ? 30 * (1 - distance / NEAR) : 0);

/** The quote as a few pieces one after the other with something between; each long enough not to be chance. */
function inPieces(document: FoldedDocument, quote: string, guess: Estimate): Found | undefined {
  const stretches: Stretch[] = [];
  let done = 0;
  let from = Math.max(0, guess.at - NEAR);
  const to = Math.min(document.text.length, guess.at + quote.length + 6 * NEAR);
  while (done < quote.length && stretches.length < 5) {
    const region = document.text.slice(from, to);
    const length = longestFound(region, quote.slice(done));
    const isLast = done + length === quote.length;
    if (length < (isLast && stretches.length > 0 ? 6 : 14)) return undefined;
    const at = from + region.indexOf(quote.slice(done, done + length));
    stretches.push({ start: at, end: at + length });
    done += length;
    from = at + length;
  }
  if (done < quote.length || stretches.length < 2) return undefined;
  const joined = bridged(stretches);
  const added = joined.reduce((sum, { start, end }) => sum + end - start, 0) - quote.length;
  const score = quote.length / (quote.length + added);
  return { stretches: joined, how: added > 0 ? 'fuzzy' : 'exact', score, isSure: score >= FUZZY_LEAST };
}

/** Pieces with but a few words between are one again; what is longer was set between and stays out. */
function bridged(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && stretch.start - last.end <= BRIDGE) last.end = stretch.end;
    else joined.push({ ...stretch });
  }
  return joined;
}

/** Length of the longest beginning of `words` that stands in `region`. */
function longestFound(region: string, words: string): number {
  let [least, most] = [0, words.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (region.includes(words.slice(0, middle))) least = middle;
    else most = middle - 1;
  }
  return least;
}

function findAlike(
  document: FoldedDocument,
  quote: string,
  context: Around,
  guess: Estimate | undefined,
): Found | undefined {
  const reach = NEAR + quote.length;
  const here = guess && best(document, quote, Math.max(0, guess.at - reach), guess.at + quote.length + reach);
  if (here && here.score >= FUZZY_LEAST) {
    const isProven = (guess?.votes ?? 0) >= 2 || agreement(context, document, here.stretch) >= PROOF;
    return { stretches: [here.stretch], how: 'fuzzy', score: here.score, isSure: isProven };
  }
  // Far from its surroundings, or without any left: only words that are long and hardly changed are believed.
  const anywhere = best(document, quote, 0, document.text.length);
  const likeliest = anywhere && (!here || anywhere.score > here.score + 0.1) ? anywhere : here;
  if (!likeliest || likeliest.score < OFFER_LEAST) return undefined;
  const isSure = likeliest === anywhere && quote.length >= LONG && likeliest.score >= 0.9 && guess === undefined;
  return { stretches: [likeliest.stretch], how: 'fuzzy', score: likeliest.score, isSure };
}

type Alike = { stretch: Stretch; score: number };

/** The stretch between two offsets that is most like the quote. */
function best(document: FoldedDocument, quote: string, from: number, to: number): Alike | undefined {
  const region = document.text.slice(from, to);
  if (quote.length <= LONGEST_PATTERN) return bestOf(region, quote, from);
  const half = LONGEST_PATTERN / 2;
  const head = bestOf(region, quote.slice(0, half), from);
  const tail = bestOf(region, quote.slice(-half), from);
  if (!head || !tail || tail.stretch.end <= head.stretch.start) return undefined;
  const length = tail.stretch.end - head.stretch.start;
  const lengthScore = Math.min(length, quote.length) / Math.max(length, quote.length);
  return {
    stretch: { start: head.stretch.start, end: tail.stretch.end },
    score: Math.min((head.score + tail.score) / 2, lengthScore),
  };
}

function bestOf(region: string, pattern: string, from: number): Alike | undefined {
  const most = Math.floor(pattern.length * (1 - OFFER_LEAST));
  let found: { start: number; end: number; errors: number } | undefined;
  for (const match of search(region, pattern, most)) {
    const isBetter =
      found === undefined ||
      match.errors < found.errors ||
      // Of equal ones that which keeps most of the words.
      (match.errors === found.errors &&
        Math.abs(match.end - match.start - pattern.length) < Math.abs(found.end - found.start - pattern.length));
    if (isBetter) found = match;
  }
  if (found === undefined) return undefined;
  return {
    stretch: { start: from + found.start, end: from + found.end },
    score: 1 - found.errors / pattern.length,
  };
}
