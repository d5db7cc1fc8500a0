// Searching a library of GLOSSA_BENCH_PAGES pages (20,000; 100,000 is the size the index is made for): time of a query by
// class, size of the index, time to build it, time from an edit to its being found; and why pairs of Han characters are
// indexed rather than single ones. GLOSSA_BENCH_INDEX keeps the index there for the next run.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { makeLibrary } from './search-library.mjs';

const PAGES = Number(process.env.GLOSSA_BENCH_PAGES ?? 20_000);
const PER_PAPER = 200;
const BATCH = 16;
const QUERIES = 60;
/** The layouts are compared on this many pages. */
const LAYOUT_PAGES = 8000;

/** Prints everything. Each query's time is the better of two; the processor's, which other work on the machine disturbs least. */
export async function bench() {
  const { Engine } = await import('../../src/main/core/search/engine/engine.ts');
  const { parseQuery } = await import('../../src/shared/search-query.ts');
  const folder = mkdtempSync(join(tmpdir(), 'glossa-bench-'));
  try {
    await layouts(folder);
    const file = process.env.GLOSSA_BENCH_INDEX ?? join(folder, 'search.sqlite');
    const isThere = existsSync(file);
    const engine = new Engine(file);
    const library = makeLibrary();
    if (!isThere) build(engine, library, file);
    edits(engine, parseQuery);
    queries(engine, parseQuery, library);
    engine.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const item = (kind, id, texts, more = {}) => ({
  kind,
  id,
  paperId: kind === 'paper' ? id : null,
  surveyId: null,
  sha256: null,
  page: null,
  pageLabel: '',
  title: texts[0]?.text ?? '',
  section: '',
  texts: texts.map((text) => ({ isHead: true, ...text })),
  people: [],
  year: null,
  tags: [],
  surveyIds: [],
  color: null,
  stances: [],
  tied: [],
  at: 0,
  place: {},
  ...more,
});

const papersOf = ({ english, chinese, random }) => {
  const pick = (list, count) => Array.from({ length: count }, () => list[Math.floor(random() ** 3 * list.length)]);
  return Array.from({ length: Math.ceil(PAGES / PER_PAPER) }, (_, i) =>
    item(
      'paper',
      `p${i}`,
      [
        { side: 'primary', text: pick(english, 8).join(' ') },
        { side: 'secondary', text: pick(chinese, 6).join('') },
      ],
      {
        year: 2000 + (i % 25),
      },
    ),
  );
};

function build(engine, library, file) {
  const papers = papersOf(makeLibrary(11));
  const files = papers.map(({ id }, i) => ({
    sha256: String(i).padStart(64, '0'),
    paperIds: [id],
    pageCount: PER_PAPER,
  }));
  const terms = library.english.slice(200, 400).map((word, i) =>
    item('term', `t${i}`, [
      { side: 'primary', text: word },
      { side: 'secondary', text: library.chinese[300 + i] },
    ]),
  );
  engine.ask({ op: 'put', items: [...papers, ...terms], gone: [], files, mark: null });
  let spent = 0;
  const began = process.cpuUsage();
  let making = 0;
  for (const { sha256 } of files) {
    for (let from = 1; from <= PER_PAPER; from += BATCH) {
      const made = process.cpuUsage();
      const pages = [];
      for (let page = from; page < Math.min(from + BATCH, PER_PAPER + 1); page += 1)
        pages.push({ page, model: modelOf(page, library.page(Number(sha256) * PER_PAPER + page)) });
      making += seconds(made);
      engine.ask({ op: 'pages', sha256, pages });
    }
  }
  while (engine.ask({ op: 'tidy' })) spent += 1;
  const built = seconds(began) - making;
  console.log(
    `${PAGES} pages built in ${built.toFixed(0)} s of processor time (${((built / PAGES) * 1000).toFixed(1)} ms a page, ${spent} merges), ${(statSync(file).size / 1e6).toFixed(0)} MB`,
  );
}

const modelOf = (page, text) =>
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
    { level: 1 },
  );

const seconds = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const asked = { kinds: null, limit: 20, offset: 0, paperId: null, across: true, grouped: false, perGroup: 3 };

function edits(engine, parseQuery) {
  const times = [];
  for (let i = 0; i < 50; i += 1) {
    const began = performance.now();
    engine.ask({
      op: 'put',
      items: [item('finding', 'edited', [{ side: 'primary', text: `quokka${i} smiles` }])],
      gone: [],
      files: [],
      mark: null,
    });
    const { total } = engine.query({ ...asked, node: parseQuery(`quokka${i}`) });
    if (total !== 1) throw new Error('An edit was not found.');
    times.push(performance.now() - began);
  }
  console.log(`an edit is found after ${show(times)} ms (p50, p95)`);
}

const show = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1).padStart(7);
  return `${at(0.5)} ${at(0.95)}`;
};

function queries(engine, parseQuery, library) {
  const { english, chinese, random } = library;
  const two = chinese.filter((word) => word.length === 2);
  const four = chinese.filter((word) => word.length === 4);
  const long = english.filter((word) => word.length > 6);
  const pick = (list, from, to) => list[from + Math.floor(random() * (Math.min(to, list.length) - from))];
  const stretches = [];
  const again = makeLibrary();
  for (let i = 1; i < 100; i += 1) {
    const text = again.page(i);
    if (i % 10 < 5) stretches.push(text.split(' ').slice(10, 13).join(' ').replaceAll('.', ''));
  }
  const classes = {
    'English word, common': () => pick(english, 0, 60),
    'English word, middling': () => pick(english, 500, 3000),
    'English word, rare': () => pick(english, 20_000, 60_000),
    'two Chinese characters, common': () => pick(two, 0, 60),
    'two Chinese characters, middling': () => pick(two, 500, 3000),
    'two Chinese characters, rare': () => pick(two, 10_000, 25_000),
    'one Chinese character': () => pick(chinese, 0, 3000).charAt(0),
    'four Chinese characters': () => pick(four, 0, 4000),
    'three to eight Chinese characters': () => pick(chinese, 0, 300) + pick(chinese, 0, 300),
    'phrase of three English words': () => `"${pick(stretches, 0, stretches.length)}"`,
    'phrase of two common words': () => `"${pick(english, 0, 40)} ${pick(english, 0, 40)}"`,
    'beginning, 1 to 3 letters': () => `${pick(english, 100, 5000).slice(0, 1 + Math.floor(random() * 3))}*`,
    'beginning, 4 to 6 letters': () => `${pick(long, 0, 8000).slice(0, 4 + Math.floor(random() * 3))}*`,
    'two common English words': () => `${pick(english, 0, 60)} ${pick(english, 0, 60)}`,
    'two Chinese words': () => `${pick(two, 0, 300)} ${pick(two, 0, 300)}`,
    'either of two common words': () => `${pick(english, 0, 100)} OR ${pick(two, 0, 100)}`,
    'one word and not another': () => `${pick(english, 0, 100)} -${pick(english, 0, 60)}`,
    'word in some years': () => `${pick(english, 0, 300)} year:2010..2015`,
    'across, by a term': () => chinese[300 + Math.floor(random() * 200)],
    'misspelt word': () => pick(long, 0, 5000).replace(/^(..)../u, '$1zq'),
  };
  console.log(
    `${'query class'.padEnd(36)}    p50     p95  (ms, best 20 hits with snippets, facets, total)   mean total`,
  );
  for (const [name, make] of Object.entries(classes)) {
    const times = [];
    let found = 0;
    for (let i = 0; i < QUERIES; i += 1) {
      const query = { ...asked, node: parseQuery(make()) };
      let best = Infinity;
      for (let round = 0; round < 2; round += 1) {
        const began = process.cpuUsage();
        const { total } = engine.query(query);
        best = Math.min(best, seconds(began) * 1000);
        found += total / 2;
      }
      times.push(best);
    }
    console.log(`${name.padEnd(36)}${show(times)}${String(Math.round(found / QUERIES)).padStart(66)}`);
  }
}

/** Han by single characters, by pairs, and by pairs with the tiers beside them: rows of a string, and the first 20 by bm25. */
async function layouts(folder) {
  const { openDb } = await import('../../src/main/core/db/open.ts');
  const { tokenize } = await import('../../src/main/core/search/text/tokens.ts');
  const library = makeLibrary();
  const two = library.chinese.filter((word) => word.length === 2);
  const texts = Array.from({ length: LAYOUT_PAGES }, (_, i) => library.page(i + 1));
  const kinds = {
    'single characters': (text) => text.replace(/[\u4e00-\u9fff]/gu, ' $& '),
    pairs: (text) => tokenize(text).words.join(' '),
  };
  console.log(
    `Chinese by layout, ${LAYOUT_PAGES} pages:     MB   build s   rows of two common characters p50 p95   of four`,
  );
  for (const [name, cut] of Object.entries(kinds)) {
    const file = join(folder, `${name}.sqlite`);
    const db = openDb(file);
    db.exec(
      `PRAGMA synchronous = OFF; CREATE VIRTUAL TABLE f USING fts5 (t, content = '', contentless_delete = 1, tokenize = 'ascii')`,
    );
    const began = process.cpuUsage();
    db.transaction(() =>
      texts.forEach((text, i) => db.run('INSERT INTO f (rowid, t) VALUES (?, ?)', i + 1, cut(text))),
    );
    const built = seconds(began);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const phrase = (word) =>
      `"${(name === 'pairs' ? tokenize(word).words.slice(0, -1).join(' ') : [...word].join(' ')) || word}"`;
    const timed = (words) =>
      words.map((word) => {
        const run = () => db.pluck(`SELECT group_concat(rowid, ' ') FROM f WHERE f MATCH ?`, phrase(word));
        run();
        const start = process.cpuUsage();
        run();
        return seconds(start) * 1000;
      });
    const common = show(timed(two.slice(0, 60)));
    const fours = show(timed(two.slice(0, 40).map((word, i) => word + two[i + 1])));
    console.log(
      `  ${name.padEnd(34)}${(statSync(file).size / 1e6).toFixed(0).padStart(5)}${built.toFixed(1).padStart(10)}${common.padStart(40)} ${fours}`,
    );
    db.close();
  }
}
