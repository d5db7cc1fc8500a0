// Ranks the sentences of a document by how much of a statement they say: the share of its concepts, each weighed by
// how rare it is (Robertson's inverse document frequency), less where a sentence says much else besides. Pure.
import type { Doc } from './document.ts';
import type { Concept, Statement } from './statement.ts';

/** A sentence, the share of the statement it says (0 to 1), and forms of the term base it says it with. */
export type Ranked = { sentence: number; score: number; via: string[] };

/** How much more a match of a number or a sign says than one of a word equally rare. */
const KIND_WEIGHT: Record<Concept['kind'], number> = { word: 1, han: 1, number: 1.4, sign: 0.7, term: 1.2 };
/** What no sentence of the document has, it may say in other words. */
const UNKNOWN_WEIGHT = 0.45;
/** Sentences longer than this many times the statement lose. */
const LENGTH_SLOPE = 0.2;
const NEIGHBOUR_SHARE = 0.12;

/** The best sentences, best first. Lists of references and headings are left out unless `withBare`. */
export function rank(doc: Doc, statement: Statement, limit: number, withBare = false): Ranked[] {
  const count = doc.sentences.length;
  if (count === 0) return [];
  const scores = new Float64Array(count);
  const via = new Map<number, Set<string>>();
  let whole = 0;
  for (const concept of statement.concepts) {
    const { best, found } = matches(doc, concept);
    const rarity = Math.log(1 + (count - found.length + 0.5) / (found.length + 0.5));
    const weight = rarity * KIND_WEIGHT[concept.kind];
    // A term is more than its words, which count by themselves too: it adds where it is found, and asks for nothing.
    if (concept.kind !== 'term') whole += found.length === 0 ? weight * UNKNOWN_WEIGHT : weight;
    for (const sentence of found) {
      const match = best.get(sentence);
      if (!match) continue;
      scores[sentence] = (scores[sentence] ?? 0) + weight * match.worth;
      if (match.via === null) continue;
      if (concept.kind === 'term') note(via, sentence, match.via);
    }
  }
  if (whole === 0) return [];
  const size = Math.max(statement.concepts.length, 6);
  const ranked: Ranked[] = [];
  for (let sentence = 0; sentence < count; sentence++) {
    const own = scores[sentence] ?? 0;
    const known = doc.sentences[sentence];
    if (own === 0 || !known || (known.isBare && !withBare)) continue;
    const isSame = (other: number): boolean => doc.sentences[other]?.run === known.run;
    const before = isSame(sentence - 1) ? (scores[sentence - 1] ?? 0) : 0;
    const after = isSame(sentence + 1) ? (scores[sentence + 1] ?? 0) : 0;
    const share = Math.min(1, own / whole) + NEIGHBOUR_SHARE * Math.min(1, Math.max(before, after) / whole);
    const length = 1 + LENGTH_SLOPE * Math.log2(Math.max(1, known.size / size));
    ranked.push({ sentence, score: Math.min(1, share / length), via: [...(via.get(sentence) ?? [])] });
  }
  return ranked.toSorted((a, b) => b.score - a.score || a.sentence - b.sentence).slice(0, limit);
}

type Match = { worth: number; via: string | null };

/** The sentences that say a concept, and how well each does. */
function matches(doc: Doc, concept: Concept): { best: Map<number, Match>; found: number[] } {
  const best = new Map<number, Match>();
  for (const { tokens, worth, via } of concept.ways) {
    for (const sentence of withAll(doc, tokens)) {
      const known = best.get(sentence);
      if (!known || known.worth < worth) best.set(sentence, { worth, via });
    }
  }
  return { best, found: [...best.keys()] };
}

/** The sentences that have all of the tokens. */
function withAll(doc: Doc, tokens: readonly string[]): readonly number[] {
  const lists = tokens.map((token) => doc.index.get(token) ?? []);
  const [shortest = [], ...rest] = lists.toSorted((a, b) => a.length - b.length);
  if (rest.length === 0) return shortest;
  const sets = rest.map((list) => new Set(list));
  return shortest.filter((sentence) => sets.every((set) => set.has(sentence)));
}

function note(via: Map<number, Set<string>>, sentence: number, form: string): void {
  const known = via.get(sentence);
  if (known) known.add(form);
  else via.set(sentence, new Set([form]));
}
