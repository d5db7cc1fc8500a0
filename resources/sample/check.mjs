// Checks the sample library's sources against each other: every quote of sample.json stands on its page, every
// finding it names is in survey.md, every link points somewhere. Run by hand: `node resources/sample/check.mjs`.
// Reads the PDFs with PDFium, as the app does, and with poppler's pdftotext too where that is installed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { init } from '@embedpdf/pdfium';

const folder = dirname(fileURLToPath(import.meta.url));
const sample = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8'));
const survey = readFileSync(join(folder, sample.survey), 'utf8');
const claims = new Set(survey.split('\n').flatMap((line) => /^(?:\d+\.|\*) (.+?)\s*$/.exec(line)?.[1] ?? []));
const problems = [];

const files = sample.papers.map((paper) => paper.file);
const readers = { pdfium: await pdfiumPages(files), pdftotext: popplerPages(files) };
for (const [reader, pages] of Object.entries(readers)) {
  if (pages) checkQuotes(reader, pages);
  else console.log(`${reader} is not installed: skipped`);
}
checkStrayCharacters(readers.pdfium);
checkLinks();
checkSizes();

for (const problem of problems) console.error(problem);
console.log(
  `${sample.annotations.length} quotes, ${claims.size} list items in the survey, ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkQuotes(reader, pages) {
  sample.annotations.forEach(({ paper, page, quote }, index) => {
    const found = (pages.get(paper)?.[page - 1] ?? '').match(patternOf(quote)) ?? [];
    if (found.length !== 1)
      problems.push(`annotation ${index}: ${reader} finds the quote ${found.length} times on page ${page} of ${paper}`);
  });
}

/** The quote as it may be printed: a space may be a line end, a word may be broken with a hyphen, Han without one. */
function patternOf(quote) {
  const parts = [...quote].map((char) => {
    if (char === ' ') return '\\s+';
    if (/\p{Script=Han}|[，。；：“”（）]/u.test(char)) return `${char}\\s*`;
    if (/\p{Letter}/u.test(char)) return `${char}(?:-\\s*\\n)?`;
    // Poppler drops every hyphen at a line end, those of compounds too.
    if (char === '-') return '-?\\n?';
    return `${char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s?`;
  });
  return new RegExp(parts.join(''), 'gu');
}

/** No Kangxi radicals, soft hyphens, zero-width spaces, ligature or private characters in running text. */
function checkStrayCharacters(pages) {
  for (const [file, texts] of pages) {
    texts.forEach((text, index) => {
      const stray = text.match(/[\u00AD\u200B\u2E80-\u2FDF\uE000-\uF8FF\uFB00-\uFB06\uFFFD]/g);
      if (stray)
        problems.push(
          `${file} page ${index + 1}: stray ${[...new Set(stray)].map((char) => `U+${char.codePointAt(0).toString(16)}`).join(' ')}`,
        );
    });
  }
}

function checkLinks() {
  sample.annotations.forEach(({ paper, evidence }, index) => {
    if (!files.includes(paper)) problems.push(`annotation ${index}: no such paper ${paper}`);
    for (const { finding } of evidence) {
      if (!claims.has(finding)) problems.push(`annotation ${index}: the survey has no finding "${finding}"`);
    }
  });
  for (const { paper, passages } of sample.notes) {
    passages.forEach(({ annotations }, index) => {
      const strange = annotations.filter((at) => sample.annotations[at]?.paper !== paper);
      if (strange.length > 0)
        problems.push(`note on ${paper}, passage ${index}: annotation ${strange.join(', ')} is not of this paper`);
    });
  }
}

function checkSizes() {
  const sizes = files.map((file) => readFileSync(join(folder, file)).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > 700_000) problems.push(`the PDFs have ${total} bytes together; 700,000 is the limit`);
}

async function pdfiumPages(paths) {
  const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const api = await init({ wasmBinary: readFileSync(wasm) });
  api.FPDF_InitLibrary();
  return new Map(paths.map((path) => [path, documentTexts(api, readFileSync(join(folder, path)))]));
}

function documentTexts(api, bytes) {
  const { malloc, free } = api.pdfium.wasmExports;
  const memory = malloc(bytes.length);
  api.pdfium.HEAPU8.set(bytes, memory);
  const document = api.FPDF_LoadMemDocument(memory, bytes.length, '');
  const texts = Array.from({ length: api.FPDF_GetPageCount(document) }, (_, index) => {
    const page = api.FPDF_LoadPage(document, index);
    const text = api.FPDFText_LoadPage(page);
    const codes = Array.from({ length: api.FPDFText_CountChars(text) }, (__, at) => api.FPDFText_GetUnicode(text, at));
    api.FPDFText_ClosePage(text);
    api.FPDF_ClosePage(page);
    // PDFium reports a hyphen at a line end as U+0002.
    const lines = String.fromCodePoint(...codes).replaceAll('\r', '');
    return lines.replaceAll('\u0002\n', '\u0002').replaceAll('\u0002', '-\n');
  });
  api.FPDF_CloseDocument(document);
  free(memory);
  return texts;
}

function popplerPages(paths) {
  try {
    const textOf = (path) => execFileSync('pdftotext', [join(folder, path), '-'], { encoding: 'utf8' }).split('\f');
    return new Map(paths.map((path) => [path, textOf(path)]));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
