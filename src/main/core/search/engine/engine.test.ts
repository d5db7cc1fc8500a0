// What the index finds against a plain scan of the same pages, and what it does when its file is harmed.
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseQuery } from '#shared/search-query.ts';
import type { Item } from '../protocol.ts';
import { answerOf, Engine } from './engine.ts';

let root: string;
let count = 0;
const open: Engine[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'glossa-index-'));
});
afterEach(() => {
  for (const engine of open.splice(0)) engine.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sha = 'a'.repeat(64);
const model = (page: number, text: string): Uint8Array =>
  deflateRawSync(
    JSON.stringify({
      page,
      label: String(page),
      text,
      boxes: [],
      lines: [],
      edits: [],
      blocks: [],
      paragraphs: [{ start: 0, end: text.length }],
    }),
  );
const PAPER: Item = {
  kind: 'paper',
  id: 'paper',
  paperId: 'paper',
  surveyId: null,
  sha256: null,
  page: null,
  pageLabel: '',
  title: 'A paper',
  section: '',
  texts: [],
  people: [],
  year: null,
  tags: [],
  surveyIds: [],
  color: null,
  stances: [],
  tied: [],
  at: 0,
  place: {},
};

function start(
  texts: readonly string[],
  file = join(root, `${(count += 1)}.sqlite`),
): { engine: Engine; file: string } {
  const engine = new Engine(file);
  open.push(engine);
  engine.ask({
    op: 'put',
    items: [PAPER],
    gone: [],
    files: [{ sha256: sha, paperIds: ['paper'], pageCount: texts.length }],
    mark: 'm',
  });
  engine.ask({ op: 'pages', sha256: sha, pages: texts.map((text, i) => ({ page: i + 1, model: model(i + 1, text) })) });
  return { engine, file };
}

function pagesOf(engine: Engine, query: string): number[] {
  const asked = { kinds: ['page' as const], offset: 0, paperId: null, across: false, grouped: false, perGroup: 1 };
  const { hits, total, corrected } = engine.query({ node: parseQuery(query), limit: 500, ...asked });
  expect(total).toBe(hits.length);
  // Nothing was found as it was spelled.
  if (corrected !== null) return [];
  return hits.map((hit) => hit.page ?? 0).sort((a, b) => a - b);
}

/** The plain scan: everything folded, then looked for character by character. It knows nothing of tokens. */
const SIMPLE: Record<string, string> = { 學: '学', 習: '习', 圖: '图', 機: '机', 測: '测' };
const foldPlainly = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase().normalize('NFD')]
    .filter((char) => !/[\u0300-\u036F\u00AD]/u.test(char))
    .map((char) => SIMPLE[char] ?? char)
    .join('')
    .normalize('NFC')
    .replace(/[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}a-z0-9]+/gu, ' ')
    // Words stand apart from Han and the like, whether the page has a space there or not.
    .replace(/(?<=[a-z0-9])(?=[^a-z0-9 ])|(?<=[^a-z0-9 ])(?=[a-z0-9])/gu, ' ')
    .trim();

function scan(texts: readonly string[], phrase: string, isPrefix = false): number[] {
  const wanted = foldPlainly(phrase);
  const before = /^[a-z0-9]/u.test(wanted) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9]$/u.test(wanted) && !isPrefix ? '(?![a-z0-9])' : '';
  const pattern = new RegExp(`${before}${wanted}${after}`, 'u');
  return texts.flatMap((text, i) => (pattern.test(foldPlainly(text)) ? [i + 1] : []));
}

const word = fc.constantFrom(
  'model',
  'Models',
  'CNN',
  'ResNet50',
  'fine',
  'tuning',
  'naïve',
  'NAIVE',
  'ﬁne',
  'a',
  'ab',
  'Ａｂ',
  '50',
  'x2',
);
const han = fc.string({ unit: fc.constantFrom(...'深度学習習图圖的机機测了在医'), minLength: 1, maxLength: 8 });
const other = fc.constantFrom('カメラ', 'の', 'ひらがな', '한국어', '학습', 'ｶﾒﾗ', 'がく');
const piece = fc.oneof({ weight: 3, arbitrary: word }, { weight: 3, arbitrary: han }, { weight: 1, arbitrary: other });
const gap = fc.constantFrom(' ', ' ', '', ', ', '，', '-', '\n', '\u00AD');
const text = fc
  .array(fc.tuple(piece, gap), { minLength: 1, maxLength: 30 })
  .map((pieces) =>
    pieces.map(([a, b]) => a + (/^[a-z0-9]/iu.test(a.normalize('NFKC')) && b === '' ? ' ' : b)).join(''),
  );

test('words, phrases and strings of any script are found on the very pages a plain scan finds them on', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 3, maxLength: 8 }),
      fc.array(fc.array(piece, { minLength: 1, maxLength: 3 }), { minLength: 12, maxLength: 12 }),
      (texts, queries) => {
        const { engine, file } = start(texts);
        for (const pieces of queries) {
          const phrase = pieces.join(' ');
          expect([phrase, pagesOf(engine, `"${phrase}"`)]).toEqual([phrase, scan(texts, phrase)]);
          const [first = ''] = pieces;
          expect([first, pagesOf(engine, first)]).toEqual([first, scan(texts, first)]);
          const both = pieces.map((each) => scan(texts, each)).reduce((a, b) => a.filter((page) => b.includes(page)));
          expect([pieces, pagesOf(engine, pieces.join(' '))]).toEqual([pieces, both]);
        }
        open.splice(open.indexOf(engine), 1);
        engine.close();
        rmSync(file);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test('stretches cut out of the pages themselves are found, Chinese from one to eight characters, beginnings of words', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 })), { minLength: 20, maxLength: 20 }),
      (texts, cuts) => {
        const { engine, file } = start(texts);
        for (const [page, at, length] of cuts) {
          const runs = foldPlainly(texts[page % texts.length] ?? '')
            .split(' ')
            .filter(Boolean);
          const run = runs[at % runs.length] ?? '';
          const isWord = /^[a-z0-9]/u.test(run);
          const from = isWord ? 0 : at % run.length;
          const cut = [...run].slice(from, from + length).join('');
          const query = isWord ? `${cut}*` : cut;
          expect([query, pagesOf(engine, query)]).toEqual([query, scan(texts, cut, isWord)]);
        }
        open.splice(open.indexOf(engine), 1);
        engine.close();
        rmSync(file);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test('no text whatsoever is a query that fails', () => {
  const { engine } = start(['深度学习 model', 'fine-tuning']);
  const odd = fc.string({
    unit: fc.constantFrom(...'ab"“”()（）-*:|OR AND NEAR深的{}^+\\\'\u0000\uD800年份:author.'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), odd), (query) => {
      expect(
        engine.query({
          node: parseQuery(query),
          kinds: null,
          limit: 5,
          offset: 0,
          paperId: null,
          across: true,
          grouped: true,
          perGroup: 2,
        }).total,
      ).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 250 },
  );
});

test('an index that is damaged on the disk is begun anew, and says so', () => {
  const { engine, file } = start(
    Array.from({ length: 300 }, (_, i) => `page number${i} about models ${'深度学习模型'.repeat(40)}`),
  );
  engine.close();
  open.splice(0);
  const size = statSync(file).size;
  expect(size).toBeGreaterThan(200_000);
  const handle = openSync(file, 'r+');
  for (let at = 8192; at < size; at += 4096) writeSync(handle, Buffer.alloc(300, 0x5a), 0, 300, at);
  closeSync(handle);
  const again = new Engine(file);
  open.push(again);
  expect(again.held()).toMatchObject({ mark: null, pages: 0, items: 0 });
  writeFileSync(join(root, 'noise.sqlite'), 'this is no database at all, but it is in the way');
  open.push(new Engine(join(root, 'noise.sqlite')));
});

test('damage met while it is in use begins it anew too, and so does deleting the file', () => {
  const { engine, file } = start(['one two', 'two three']);
  expect(pagesOf(engine, 'two')).toEqual([1, 2]);
  rmSync(file);
  const query = {
    node: parseQuery('two'),
    kinds: null,
    limit: 5,
    offset: 0,
    paperId: null,
    across: true,
    grouped: false,
    perGroup: 1,
  };
  expect(answerOf(engine, { op: 'query', query })).toMatchObject({ ok: false, why: 'broken' });
  expect(engine.held()).toMatchObject({ mark: null, pages: 0 });
  engine.ask({
    op: 'put',
    items: [PAPER],
    gone: [],
    files: [{ sha256: sha, paperIds: ['paper'], pageCount: 1 }],
    mark: 'n',
  });
  engine.ask({ op: 'pages', sha256: sha, pages: [{ page: 1, model: model(1, 'four') }] });
  expect(pagesOf(engine, 'four')).toEqual([1]);
});

test('where the disk has no room to spare nothing is written, and what is there is still found', () => {
  const { engine, file } = start(['one two']);
  engine.close();
  open.splice(0);
  const full = new Engine(file, Number.MAX_SAFE_INTEGER);
  open.push(full);
  expect(answerOf(full, { op: 'pages', sha256: sha, pages: [] })).toMatchObject({ ok: false, why: 'full' });
  expect(pagesOf(full, 'two')).toEqual([1]);
});
