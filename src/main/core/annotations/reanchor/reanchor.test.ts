// Marks carried from one version of a document to another: made pairs whose every word's place is known, and pairs of
// real papers. The tally is printed; what is wrong fails.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { describe as anchorOf } from '#shared/text/anchor.ts';
import type { PageRange } from '#shared/annotation.ts';
import { pagesOf, type Pages } from '#shared/text/pages.ts';
import { documentText } from '../../files/extract/document-text.ts';
import { openDocument, startPdfium } from '../../files/extract/pdfium.ts';
import { FoldedDocument, folded, type Stretch } from './folded-document.ts';
import { placeWords, type Version } from './place-words.ts';
import { typeset, type Setting } from '../../files/extract/test-typeset.ts';

const SAMPLES = join(import.meta.dirname, '../../../../../resources/sample/papers');
const CORPUS = process.env['GLOSSA_CORPUS'];

async function read(bytes: Uint8Array): Promise<Version> {
  const pdfium = await startPdfium();
  const doc = openDocument(pdfium, bytes, '');
  if (typeof doc === 'string') throw new Error(doc);
  const pages: Pages = pagesOf([...documentText(pdfium, doc, doc.pageCount)].filter((page) => page !== undefined));
  doc.close();
  return { pages, document: new FoldedDocument(pages) };
}

/** Numbers from 0 to 1, the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Word-aligned ranges of running text: single words, phrases, sentences, whole paragraphs, some over a page's end. */
function marksIn({ pages }: Version, count: number, seed: number): PageRange[][] {
  const next = random(seed);
  const marks: PageRange[][] = [];
  const lengths = [1, 2, 3, 5, 8, 12, 20, 35, 60, 120];
  for (let tries = 0; marks.length < count && tries < count * 20; tries++) {
    const page = pages.page(1 + Math.floor(next() * pages.count));
    const body = page?.blocks.filter(({ role }) => role === 'text') ?? [];
    const block = body[Math.floor(next() * body.length)];
    if (!page || !block) continue;
    const words = [...page.text.slice(block.start, block.end).matchAll(/\S+/gu)];
    const first = Math.floor(next() * words.length);
    const length = lengths[Math.floor(next() * lengths.length)] ?? 5;
    const last = words[Math.min(words.length - 1, first + length - 1)];
    const start = block.start + (words[first]?.index ?? 0);
    const end = block.start + (last?.index ?? 0) + (last?.[0].length ?? 0);
    if (folded(page.text.slice(start, end)).length >= 2) marks.push([{ page: page.page, start, end }]);
  }
  return marks;
}

type Tally = { marks: number; there: number; right: number; review: number; wrong: string[]; gone: number };

const stretchOf = ({ document }: Version, ranges: readonly PageRange[]): Stretch | undefined => {
  const stretches = ranges.flatMap((range) => document.stretchesOf(range));
  const [first, last] = [stretches[0], stretches.at(-1)];
  return first && last && { start: first.start, end: last.end };
};

/** `truth` tells where an old place is in the new text: a folded stretch, null for gone, undefined where nobody can tell. */
function carry(
  from: Version,
  to: Version,
  marks: PageRange[][],
  truth: (old: Stretch) => Stretch | null | undefined,
): Tally {
  const tally: Tally = { marks: 0, there: 0, right: 0, review: 0, wrong: [], gone: 0 };
  for (const ranges of marks) {
    const selector = anchorOf(from.pages, ranges, 'a'.repeat(64));
    const old = stretchOf(from, ranges);
    const right = old && truth(old);
    if (right === undefined) continue;
    tally.marks++;
    const placed = placeWords(selector, from, to);
    if (right === null) tally.gone++;
    else tally.there++;
    if (!placed?.isSure) {
      tally.review++;
      continue;
    }
    const at = stretchOf(to, placed.ranges);
    if (right !== null && at?.start === right.start && at.end === right.end) tally.right++;
    else tally.wrong.push(`“${selector.quote.slice(0, 60)}” at ${at?.start}, not ${right?.start ?? 'there'}`);
  }
  return tally;
}

const WORDS =
  'the reader writes a short note beside each line of an article and asks what those words may mean when nobody is there to tell why some of them stay in memory while others fade within one week or even sooner than that because attention moves on quickly after every page turned over by hand under bright light at noon during long quiet sessions of careful study across many different fields including chemistry medicine history law music biology physics grammar logic poetry astronomy geology economics'.split(
    ' ',
  );

const told: string[] = [];
function say(name: string, { marks, there, right, review, wrong, gone }: Tally): void {
  told.push(
    `${name}: ${marks} marks, ${right} of ${there} placed on their words, ${wrong.length} wrong, ` +
      `${review} for review${gone ? ` (${gone} whose words are gone)` : ''}`,
  );
}

function expectGood(tally: Tally): void {
  expect(tally.wrong).toEqual([]);
  expect(tally.right).toBeGreaterThanOrEqual(tally.there * 0.98);
  expect(tally.there).toBeGreaterThan(25);
}

describe('pairs set from one text', () => {
  let paragraphs: string[] = [];
  beforeAll(async () => {
    const names = ['glosses-at-the-margin', 'retrieval-model-of-marginal-notes', 'marginal-glosses-expert-reader'];
    for (const name of names) {
      const { pages } = await read(readFileSync(join(SAMPLES, `${name}.pdf`)));
      for (let number = 1; number <= pages.count; number++) {
        const page = pages.page(number);
        for (const { start, end } of page?.paragraphs ?? []) {
          const words = (page?.text.slice(start, end) ?? '')
            .replace(/[‘’]/gu, "'")
            .replace(/[“”]/gu, '"')
            .replace(/[–—]/gu, '-')
            .replace(/[^\x20-\x7e]/gu, '')
            .trim();
          if (words.length > 150 && !/^(?:Figure|Table) \d/u.test(words)) paragraphs.push(words);
        }
      }
    }
    paragraphs = paragraphs.slice(0, 40);
  });

  type Change = { name: string; from: Setting; to: Setting; edit?: (list: string[]) => (string | null)[] };
  const INSERTED =
    'A second experiment was made after the first had been reviewed. Forty more readers took part in it, and they ' +
    'read the same articles at the same pace, but wrote their notes on loose paper and not at the margin of the page.';
  const CHANGES: Change[] = [
    { name: 'one column to two, hyphenated', from: { columns: 1 }, to: { columns: 2, hyphenate: true } },
    { name: 'two columns, hyphenated, to one', from: { columns: 2, hyphenate: true }, to: { columns: 1 } },
    { name: 'larger print, no furniture', from: { columns: 2 }, to: { columns: 2, size: 12, furniture: false } },
    {
      name: 'two paragraphs inserted',
      from: { columns: 1 },
      to: { columns: 2, hyphenate: true },
      edit: (list) => [...list.slice(0, 3), INSERTED, ...list.slice(3, 17), INSERTED, ...list.slice(17)],
    },
    {
      name: 'four paragraphs removed',
      from: { columns: 2, hyphenate: true },
      to: { columns: 1 },
      edit: (list) => list.map((text, index) => (index % 9 === 4 ? null : text)),
    },
    {
      name: 'a paragraph moved to the end',
      from: { columns: 1 },
      to: { columns: 2 },
      edit: (list) => [...list.slice(0, 5), ...list.slice(6), list[5] ?? ''],
    },
  ];

  test.each(CHANGES)('$name: every mark whose words are there is on them, and none elsewhere', async (change) => {
    const edited = change.edit?.(paragraphs) ?? paragraphs;
    const kept = edited.filter((text) => text !== null);
    const [from, to] = [await read(typeset(paragraphs, change.from)), await read(typeset(kept, change.to))];
    const offsets = (list: readonly string[]): number[] => {
      let at = 0;
      return list.map((text) => (at += folded(text).length) - folded(text).length);
    };
    // The folded text of a made document is that of its paragraphs: what the truth is read off.
    expect(from.document.text.startsWith(folded(paragraphs.join('\n')))).toBe(true);
    expect(to.document.text.startsWith(folded(kept.join('\n')))).toBe(true);
    const [oldAt, newAt] = [offsets(paragraphs), offsets(kept)];
    const truth = (old: Stretch): Stretch | null => {
      const index = oldAt.findLastIndex((at) => at <= old.start);
      const text = paragraphs[index] ?? '';
      const now = change.edit ? kept.indexOf(text) : index;
      const by = (newAt[now] ?? 0) - (oldAt[index] ?? 0);
      return now < 0 ? null : { start: old.start + by, end: old.end + by };
    };
    const marks = marksIn(from, 200, 7);
    const tally = carry(from, to, marks, truth);
    say(change.name, tally);
    expectGood(tally);
    if (change.name.includes('removed')) expect(tally.gone).toBeGreaterThan(5);
  });
});

describe('revised words', () => {
  const next = random(5);
  const TEXT = Array.from({ length: 24 }, () =>
    Array.from({ length: 90 }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' '),
  );
  const revise = (word: string, index: number): string => (index % 13 === 5 ? `re${word}d` : word);
  const revised = TEXT.map((text) => text.split(' ').map(revise).join(' '));

  test('a mark whose words were revised a little is found again by those around and those left, never elsewhere', async () => {
    const [from, to] = [await read(typeset(TEXT, { columns: 1 })), await read(typeset(revised, { columns: 2 }))];
    const ends = (list: string[]): number[] => {
      let at = 0;
      return list.flatMap((text) => text.split(' ')).map((word) => (at += folded(word).length));
    };
    const [oldEnds, newEnds] = [ends(TEXT), ends(revised)];
    const wordAt = (at: number): number => oldEnds.findIndex((end) => at < end);
    let [revisedMarks, right, forReview] = [0, 0, 0];
    for (const ranges of marksIn(from, 250, 3)) {
      const selector = anchorOf(from.pages, ranges, 'a'.repeat(64));
      const old = stretchOf(from, ranges);
      if (!old || folded(selector.quote).length < 20) continue;
      const start = newEnds[wordAt(old.start) - 1] ?? 0;
      const end = newEnds[wordAt(old.end - 1)] ?? 0;
      if (to.document.text.slice(start, end) === folded(selector.quote)) continue;
      revisedMarks++;
      const placed = placeWords(selector, from, to);
      if (!placed?.isSure) {
        forReview++;
        continue;
      }
      const at = stretchOf(to, placed.ranges);
      // A changed first or last word may be taken in or left out.
      expect(Math.abs((at?.start ?? 0) - start)).toBeLessThanOrEqual(14);
      expect(Math.abs((at?.end ?? 0) - end)).toBeLessThanOrEqual(14);
      right++;
    }
    told.push(`revised words: ${revisedMarks} marks, ${right} placed, 0 wrong, ${forReview} for review`);
    expect(revisedMarks).toBeGreaterThan(80);
    expect(right).toBeGreaterThan(revisedMarks * 0.9);
  });
});

const PAIRS = [
  [
    'papers/reflist/2015(MICCAI) U-Net Convolutional Networks for Biomedical Image Segmentation.pdf',
    'papers/reflist/U-Net Convolutional Networks for Biomedical.pdf',
  ],
  [
    'papers/medical/Adversarial Attacks Against Medical Deep Learning System.pdf',
    'papers/medical/Adversarial Attacks Against Medical Deep Learning Systems.pdf',
  ],
  ['zotero/pdf-identity/wonderland_short.pdf', 'zotero/pdf-identity/wonderland_short_watermarked_1.pdf'],
  ['zotero/pdf-identity/wonderland_short_watermarked_1.pdf', 'zotero/pdf-identity/wonderland_short_watermarked_2.pdf'],
  ['zotero/pdf-identity/wonderland_short.pdf', 'zotero/pdf-identity/wonderland_long.pdf'],
  ['zotero/pdf-identity/duplicatesMerge_JSTOR_1.pdf', 'zotero/pdf-identity/duplicatesMerge_JSTOR_2.pdf'],
  ['zotero/pdf-identity/duplicatesMerge_annotated_1.pdf', 'zotero/pdf-identity/duplicatesMerge_notAnnotated.pdf'],
  ['zotero/pdf-identity/test.pdf', 'zotero/pdf-identity/duplicatesMerge_test_new_md5.pdf'],
] as const;

describe.skipIf(!CORPUS)('pairs of real papers (GLOSSA_CORPUS)', () => {
  test.each(PAIRS)('%s', async (a, b) => {
    const paths = [join(CORPUS ?? '', a), join(CORPUS ?? '', b)];
    if (!paths.every((path) => existsSync(path))) return;
    const [from, to] = [await read(readFileSync(paths[0] ?? '')), await read(readFileSync(paths[1] ?? ''))];
    // Where words stand with 40 characters on each side just once in either version, their place is beyond doubt.
    const truth = (old: Stretch): Stretch | undefined => {
      const [left, right] = [Math.max(0, old.start - 40), old.end + 40];
      const wide = from.document.text.slice(left, right);
      const there = to.document.occurrences(wide);
      if (there.length !== 1) return undefined;
      const start = (there[0] ?? 0) + old.start - left;
      return { start, end: start + old.end - old.start };
    };
    const tally = carry(from, to, marksIn(from, 150, 11), truth);
    say(b, tally);
    expectGood(tally);
  });
});

test('the tally', () => {
  console.warn(told.join('\n'));
  expect(told.length).toBeGreaterThan(0);
});
