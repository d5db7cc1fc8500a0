// `node packaging/icons.mjs`: draws the program's icons from resources/icon.svg with a Chromium (GLOSSA_CHROMIUM, else the
// one Playwright finds) into resources/icons: PNGs, icon.ico, icon.icns, and the picture of a dragged PDF.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { fromRoot } from '../scripts/lib/paths.mjs';

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
/** Types of an icns entry that hold a PNG of that many pixels. */
const ICNS = { 16: 'icp4', 32: 'icp5', 64: 'icp6', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

const PDF = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M7 2h13l6 6v22H7z" fill="#fff" stroke="#5b564c"/>
<path d="M20 2v6h6" fill="none" stroke="#5b564c"/><path d="M11 13h11M11 18h11M11 23h7" stroke="#1d5c70" stroke-width="2"/></svg>`;

/** An .ico of PNG entries (Windows Vista and later). */
export function ico(pngs) {
  const head = Buffer.alloc(6 + 16 * pngs.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pngs.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pngs.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pngs.map(({ png }) => png)]);
}

/** An .icns of PNG entries. */
export function icns(pngs) {
  const entries = pngs.flatMap(({ size, png }) => {
    if (!ICNS[size]) return [];
    const head = Buffer.alloc(8);
    head.write(ICNS[size], 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return [head, png];
  });
  const body = Buffer.concat(entries);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

async function draw() {
  const folder = fromRoot('resources/icons');
  mkdirSync(folder, { recursive: true });
  const executablePath = process.env.GLOSSA_CHROMIUM;
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  const paint = async (svg, size) => {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" style="display:block" `);
    await page.setContent(`<body style="margin:0">${sized}</body>`);
    const png = await page.screenshot({ omitBackground: true });
    await page.close();
    return png;
  };
  const svg = readFileSync(fromRoot('resources/icon.svg'), 'utf8');
  const pngs = [];
  for (const size of SIZES) {
    const png = await paint(svg, size);
    pngs.push({ size, png });
    writeFileSync(`${folder}/${size}x${size}.png`, png);
  }
  writeFileSync(`${folder}/icon.ico`, ico(pngs.filter(({ size }) => size <= 256)));
  writeFileSync(`${folder}/icon.icns`, icns(pngs));
  writeFileSync(`${folder}/pdf.png`, await paint(PDF, 64));
  await browser.close();
}

if (import.meta.main) await draw();
