// Commentary under a paper, gathered into passages: paragraphs with the formulas they speak of and the quotes they
// announce; a translation next to its original is one passage.
import type { Blockquote, Nodes } from 'mdast';
import { hasBlankLine } from './lines.ts';
import { isProse, placeOf } from './markdown.ts';
import { isPair, part, partsOf, type DraftPart, type Source } from './sides.ts';

/** A passage before pairing. Passages of one `group` have nothing but white space between them. */
export type DraftPassage = { paper: number; group: number; parts: DraftPart[] };

/** Gathers passages as blocks go by. */
export type PassageGatherer = {
  /** A paragraph, or a stretch of one. */
  prose(paper: number, start: number, end: number, quoteDepth: number): void;
  /** A display formula: part of the passage it stands in, nothing by itself. */
  formula(node: Nodes): void;
  /** A quote that the paragraph before it announces joins it; false when none does. */
  quote(node: Blockquote): boolean;
  /** Something else comes between. */
  interrupt(): void;
  finish(): DraftPassage[];
};

type Run = {
  paper: number;
  start: number;
  end: number;
  quoteDepth: number;
  endsIn: 'prose' | 'formula' | 'quote';
  voice: number;
};

/** A gatherer for one document. */
export function gatherPassages(source: Source): PassageGatherer {
  const { markdown } = source;
  const passages: DraftPassage[] = [];
  let run: Run | null = null;
  let group = 0;

  const close = (): void => {
    if (run === null) return;
    const margin = { quoteDepth: run.quoteDepth, indent: 0 };
    const parts =
      run.endsIn === 'quote' || run.voice < run.end
        ? [part(source, run.start, run.end, margin, markdown.slice(run.start, run.voice))]
        : partsOf(source, run.start, run.end, margin);
    passages.push({ paper: run.paper, group, parts });
    run = null;
  };
  const gap = (start: number): string => (run === null ? '' : markdown.slice(run.end, start));

  return {
    prose: (paper, start, end, quoteDepth) => {
      if (
        run?.endsIn === 'formula' &&
        run.paper === paper &&
        run.quoteDepth === quoteDepth &&
        !hasBlankLine(gap(start))
      ) {
        run.end = end;
        run.endsIn = 'prose';
        return;
      }
      close();
      run = { paper, start, end, quoteDepth, endsIn: 'prose', voice: end };
    },
    formula: (node) => {
      const place = placeOf(node);
      if (place === null || run === null) return;
      if (run.endsIn === 'formula' || !hasBlankLine(gap(place.start))) {
        run.end = place.end;
        run.endsIn = 'formula';
      } else {
        close();
        group += 1;
      }
    },
    quote: (node) => {
      const place = placeOf(node);
      if (run === null || place === null || run.endsIn !== 'prose' || run.quoteDepth > 0) return false;
      const announces =
        /[:：]\s*$/.test(markdown.slice(run.start, run.end)) && /\p{L}/u.test(markdown.slice(place.start, place.end));
      if (!announces || !node.children.some((child) => child.type === 'paragraph' && isProse(child))) return false;
      run.voice = run.end;
      run.end = place.end;
      run.endsIn = 'quote';
      return true;
    },
    interrupt: () => {
      close();
      group += 1;
    },
    finish: () => {
      close();
      return pairUp(passages);
    },
  };
}

/** Joins neighbours that are original and translation. */
function pairUp(passages: DraftPassage[]): DraftPassage[] {
  const joined: DraftPassage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    const [a, b] = [last?.parts[0], passage.parts[0]];
    const beside = last !== undefined && last.paper === passage.paper && last.group === passage.group;
    if (beside && a && b && last.parts.length === 1 && passage.parts.length === 1 && isPair(a, b)) last.parts.push(b);
    else joined.push({ ...passage, parts: [...passage.parts] });
  }
  return joined;
}
