// Typesets the sample papers: papers/*.html -> papers/*.pdf, by printing them from Chromium. Run by hand when a
// source has changed: `node resources/sample/make-papers.mjs [name...]`. Needs Chromium and two Chinese fonts (README.md).
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { breaksOf } from './tools/hyphenate.mjs';
import { withMetadata } from './tools/pdf-metadata.mjs';

const sampleDir = dirname(fileURLToPath(import.meta.url));
const papersDir = join(sampleDir, 'papers');
const katexDir = dirname(createRequire(import.meta.url).resolve('katex/dist/katex.min.js'));
const fontDirs = [process.env.GLOSSA_SAMPLE_FONTS, '/usr/share/fonts', '/usr/local/share/fonts'].filter(Boolean);

/** Chinese faces with TrueType outlines: Skia embeds those as small subsets, but OpenType/CFF faces as Type 3. */
const chineseFonts = {
  'Sample Song': 'gbsn00lp.ttf',
  'Sample Hei': 'DroidSansFallbackFull.ttf',
};

const wanted = process.argv.slice(2);
const names = readdirSync(papersDir)
  .filter((file) => file.endsWith('.html'))
  .map((file) => basename(file, '.html'))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
try {
  for (const name of names) await typeset(name);
} finally {
  await browser.close();
}

async function typeset(name) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.emulateMedia({ media: 'print' });
  await page.goto(pathToFileURL(join(papersDir, `${name}.html`)).href);
  await page.addStyleTag({ content: fontFaces(name) });
  await page.addStyleTag({ url: pathToFileURL(join(katexDir, 'katex.min.css')).href });
  await page.addScriptTag({ path: join(katexDir, 'katex.min.js') });
  await page.addScriptTag({ path: join(sampleDir, 'tools', 'in-page.js') });
  await page.evaluate(() => window.sample.renderFormulas());
  const words = await page.evaluate(() => window.sample.englishWords());
  const breaks = Object.fromEntries(words.map((word) => [word, breaksOf(word)]));
  const broken = await page.evaluate((found) => window.sample.hyphenate(found), breaks);

  const about = await page.evaluate(() => {
    const meta = (key) => document.querySelector(`meta[name="${key}"]`).content;
    return {
      title: document.title,
      author: meta('author'),
      subject: meta('subject'),
      date: meta('date'),
      firstPage: Number(meta('first-page')),
    };
  });
  const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
  const pdf = withMetadata(printed, about);
  writeFileSync(join(papersDir, `${name}.pdf`), pdf);
  await page.close();
  console.log(`${name}.pdf  ${Math.ceil(pdf.length / 1024)} KB  ${broken.length} hyphenated: ${broken.join(' ')}`);
}

function fontFaces(name) {
  const faces = ['Regular:normal:normal', 'Italic:normal:italic', 'Bold:bold:normal', 'BoldItalic:bold:italic'].map(
    (face) => {
      const [file, weight, style] = face.split(':');
      const url = pathToFileURL(join(katexDir, 'fonts', `KaTeX_Main-${file}.woff2`)).href;
      return `@font-face{font-family:"Sample CM";src:url("${url}");font-weight:${weight};font-style:${style}}`;
    },
  );
  if (name !== 'bilingual-notes-eye-tracking') return faces.join('\n');
  for (const [family, file] of Object.entries(chineseFonts)) {
    faces.push(`@font-face{font-family:"${family}";src:url("${pathToFileURL(findFont(file)).href}")}`);
  }
  return faces.join('\n');
}

function findFont(file) {
  for (const dir of fontDirs) {
    const found = readdirSync(dir, { recursive: true }).find((path) => basename(path) === file);
    if (found) return join(dir, found);
  }
  throw new Error(
    `Font ${file} not found. Install it or set GLOSSA_SAMPLE_FONTS to a folder that holds it (see README.md).`,
  );
}
