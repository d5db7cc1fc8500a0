// Lights the sentences of both sides that correspond, by the browser's own highlights: no element of the text changes.
import { alignTexts, type Aligned, type LanguagePair } from '#shared/text/align.ts';

/** The name styles know it by. */
const NAME = 'aligned';

type Texts = { primary: string; secondary: string };
type Known = Texts & { aligned: Aligned[] };

/** The last alignment: hovering asks for the same pair again and again. */
let known: Known | null = null;

function alignmentOf(texts: Texts, languages: LanguagePair): Aligned[] {
  if (known?.primary !== texts.primary || known.secondary !== texts.secondary) {
    known = { ...texts, aligned: alignTexts(texts.primary, texts.secondary, languages) };
  }
  return known.aligned;
}

type Side = 'primary' | 'secondary';
type Sides = Partial<Record<Side, HTMLElement | null>>;

/**
 * Lights the pair that holds offset `at` of `side`. `texts` are what the offsets count in; a side without an element (it
 * is being written in) is not lit itself.
 */
export function lightPair(sides: Sides, texts: Texts, languages: LanguagePair, side: Side, at: number): void {
  if (!texts.primary.trim() || !texts.secondary.trim()) return putOut();
  const pair = alignmentOf(texts, languages).find((one) => at >= one[side].start && at <= one[side].end);
  if (!pair) return putOut();
  const ranges = (['primary', 'secondary'] as const).flatMap((one) => {
    const element = sides[one];
    return element ? (rangeIn(element, pair[one].start, pair[one].end) ?? []) : [];
  });
  if (ranges.length > 0) CSS.highlights.set(NAME, new Highlight(...ranges));
  else putOut();
}

/** Puts the light out. */
export function putOut(): void {
  CSS.highlights?.delete(NAME);
}

/** A range over characters of an element's text. */
function rangeIn(root: HTMLElement, start: number, end: number): Range | null {
  if (end <= start) return null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  let hasStart = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!hasStart && start < at + length) {
      range.setStart(node, start - at);
      hasStart = true;
    }
    if (hasStart && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return null;
}
