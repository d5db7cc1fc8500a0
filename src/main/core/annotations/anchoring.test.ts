// Anchors as properties: what was described is found again, character for character, on every page that has text; and
// after the text is moved, broken elsewhere, hyphened otherwise, or set with other ligatures.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe as suite, expect, test } from 'vitest';
import type { PageRange } from '#shared/annotation.ts';
import { anchor, describe } from '#shared/text/anchor.ts';
import { NO_HABITS } from '#shared/text/habits.ts';
import type { PageText } from '#shared/text/model.ts';
import { pagesOf, type Pages } from '#shared/text/pages.ts';
import { cleanQuote } from '#shared/text/quote.ts';
import { makePage } from '#shared/text/test-page.ts';
import { documentText } from '../files/extract/document-text.ts';
import { breakLines } from '../files/extract/test-typeset.ts';
import { openDocument, startPdfium } from '../files/extract/pdfium.ts';
import { FoldedDocument, folded } from './reanchor/folded-document.ts';
import { placeWords, type Version } from './reanchor/place-words.ts';

const SHA = 'a'.repeat(64);
const CORPUS = process.env['GLOSSA_CORPUS'];
const SAMPLES = join(import.meta.dirname, '../../../../resources/sample/papers');

async function read(path: string): Promise<Pages> {
  const pdfium = await startPdfium();
  const doc = openDocument(pdfium, readFileSync(path), '');
  if (typeof doc === 'string') return pagesOf([]);
  const pages = [...documentText(pdfium, doc, doc.pageCount)].filter((page) => page !== undefined);
  doc.close();
  return pagesOf(pages);
}

/** On a page: its first and last characters, one character, a word, half of it, all of it, and stretches between. */
function rangesOn(page: PageText): PageRange[] {
  const length = page.text.trimEnd().length;
  const cuts = [0, 0.31, 0.77, 1].map((share) => Math.floor(share * length));
  const ranges = cuts.flatMap((start, i) => cuts.slice(i + 1).map((end) => ({ page: page.page, start, end })));
  return [...ranges, { page: page.page, start: cuts[2] ?? 0, end: (cuts[2] ?? 0) + 1 }].filter(
    ({ start, end }) => end > start && page.text.slice(start, end).trim() !== '',
  );
}

function checkPages(pages: Pages): { pages: number; ranges: number } {
  let [withText, ranges] = [0, 0];
  for (let number = 1; number <= pages.count; number++) {
    const page = pages.page(number);
    if (!page || page.text.trim() === '') continue;
    withText++;
    for (const range of rangesOn(page)) {
      ranges++;
      const selector = describe(pages, [range], SHA);
      const placed = anchor(selector, pages);
      expect(placed?.how).toBe('position');
      expect(placed?.ranges.map(({ page: at, start, end }) => ({ page: at, start, end }))).toEqual([range]);
      expect(placed?.ranges).toEqual(selector.ranges);
    }
  }
  return { pages: withText, ranges };
}

suite('what was described is found at the same characters', () => {
  test.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf')))('on every page of %s', async (name) => {
    expect(checkPages(await read(join(SAMPLES, name))).pages).toBeGreaterThan(0);
  });

  test.skipIf(!CORPUS)(
    'on every page of the corpus papers that has text (GLOSSA_CORPUS)',
    { timeout: 240_000 },
    async () => {
      const folder = join(CORPUS ?? '', 'papers');
      const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
      let [pages, ranges] = [0, 0];
      for (const path of paths) {
        const checked = checkPages(await read(join(folder, path)));
        pages += checked.pages;
        ranges += checked.ranges;
      }
      console.warn(`${ranges} ranges on ${pages} pages of ${paths.length} papers`);
      expect(pages).toBeGreaterThan(100);
    },
  );
});

const word = fc.stringMatching(/^[a-z]{2,12}$/);
const text = fc.array(fc.array(word, { minLength: 12, maxLength: 40 }), { minLength: 3, maxLength: 8 });

/** Sets paragraphs into pages: lines of so many characters, so many paragraphs a page. */
function version(paragraphs: readonly string[], chars: number, perPage: number, hyphenate: boolean): Version {
  const pages: PageText[] = [];
  for (let at = 0; at < paragraphs.length; at += perPage) {
    const blocks = paragraphs.slice(at, at + perPage).map((words, i) => ({
      lines: breakLines(words, chars, hyphenate).map((line, j) => ({ text: line, x: 50, y: 760 - i * 150 - j * 12 })),
    }));
    pages.push(makePage(blocks, NO_HABITS, pages.length + 1));
  }
  const made = pagesOf(pages);
  return { pages: made, document: new FoldedDocument(made) };
}

const ligatures = (words: string): string =>
  words.replace(/ffi/gu, 'ﬃ').replace(/fi/gu, 'ﬁ').replace(/fl/gu, 'ﬂ').replace(/ff/gu, 'ﬀ');

/** The stretch, and the rest of a ligature either of its ends would cut: one sign cannot be marked in part. */
function aroundLigatures(words: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, Math.min(words.length, to)];
  while (words[start - 1] === 'f') start -= 1;
  while (words[end - 1] === 'f' && end < words.length) end += 1;
  return { start, end };
}

test('words are found after the text is moved, re-flowed, re-hyphenated and set with other ligatures', () => {
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 24, max: 80 }),
      fc.integer({ min: 24, max: 80 }),
      fc.boolean(),
      fc.nat(),
      fc.nat(),
      (list, before, after, isMoved, a, b) => {
        const paragraphs = list.map((words) => words.join(' '));
        const from = version(paragraphs, before, 3, false);
        const more = isMoved
          ? ['an opening paragraph that was not there before and says nothing of what follows it']
          : [];
        const to = version([...more, ...paragraphs.map(ligatures)], after, 2, true);
        const page = from.pages.page(1 + (a % from.pages.count));
        if (!page) return;
        const start = b % Math.max(1, page.text.length - 60);
        const range = { page: page.page, ...aroundLigatures(page.text.trimEnd(), start, start + 60) };
        const selector = describe(from.pages, [range], SHA);
        const placed = placeWords(selector, from, to);
        const wanted = folded(selector.quote);
        // Words made at random may stand twice; then nothing may be guessed.
        if (from.document.occurrences(wanted).length > 1) return;
        expect(placed?.isSure).toBe(true);
        expect(folded(cleanQuote(to.pages, placed?.ranges ?? []))).toBe(wanted);
      },
    ),
    { numRuns: 80 },
  );
});
