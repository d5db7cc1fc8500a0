// Reading a PDF's text: Glossa's extractor (a child process with a box for every character, reading order, paragraphs)
// against pdf.js's getTextContent in this process (strings and positions of runs only). Each file's best of three.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';
import { spawn } from './spawn.mjs';

const ROUNDS = 3;

/** Prints pages per second of both, and their ratio, for each file. */
export async function bench() {
  const { extract } = await import('../../src/main/core/files/extract/run.ts');
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  console.log('Reading text: pages per second once started (best of 3), and what starting costs');
  console.log(`${'file'.padEnd(46)} pages   glossa   pdf.js   ratio   glossa start`);
  for (const file of files()) {
    const ours = await best(() => readWithGlossa(extract, file));
    const theirs = await best(() => readWithPdfjs(pdfjs, file));
    const name = basename(file).slice(0, 45).padEnd(46);
    const rates = [ours, theirs].map(({ pages, seconds }) => pages / seconds);
    const columns = [
      String(ours.pages).padStart(5),
      ...rates.map((rate) => rate.toFixed(0).padStart(8)),
      (rates[0] / rates[1]).toFixed(2).padStart(7),
      `${(ours.startSeconds * 1000).toFixed(0)} ms`.padStart(14),
    ];
    console.log(name + columns.join(' '));
  }
}

/** The sample's papers, and two long ones of the corpus when it is there. */
function files() {
  const sample = fromRoot('resources/sample/papers');
  const corpus = process.env.GLOSSA_CORPUS;
  if (!corpus) console.log('GLOSSA_CORPUS is not set: no long documents.');
  const long = corpus
    ? ['pdfjs/pdfs/tracemonkey.pdf', 'pdfjs/pdfs/freeculture.pdf'].map((path) => join(corpus, path))
    : [];
  const own = readdirSync(sample)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(sample, name));
  return [...own, ...long.filter((path) => existsSync(path))];
}

/** @param read gives the number of pages, and when (performance.now) it had started. */
async function best(read) {
  let found = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const { pages, startedAt } = await read();
    const seconds = (performance.now() - startedAt) / 1000;
    if (!found || seconds < found.seconds) found = { pages, seconds, startSeconds: (startedAt - began) / 1000 };
  }
  return found;
}

/** Its process starts anew for each file, as in an import; started is when the document is open. */
async function readWithGlossa(extract, path) {
  let startedAt = 0;
  const onDocument = () => void (startedAt = performance.now());
  const { pageCount, state, message } = await extract({ path }, { spawn, onDocument });
  if (state !== 'ready') throw new Error(`${path}: ${message}`);
  return { pages: pageCount, startedAt };
}

/** With its worker in this process, which spares it the messages; started is when the document is open. */
async function readWithPdfjs(pdfjs, path) {
  const data = new Uint8Array(readFileSync(path));
  const task = pdfjs.getDocument({
    data,
    cMapUrl: fromRoot('node_modules/pdfjs-dist/cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: fromRoot('node_modules/pdfjs-dist/standard_fonts/'),
    verbosity: 0,
  });
  const document = await task.promise;
  const startedAt = performance.now();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getTextContent({ disableNormalization: true });
  }
  const pages = document.numPages;
  await task.destroy();
  return { pages, startedAt };
}
