// Small PDFs for tests, written out by hand: pages of text set at given places in the standard fonts.

import { createHash } from 'node:crypto';

/** A piece of text. `x`, `y` is the start of its baseline in PDF user space; `turn` in degrees counter-clockwise. */
export type Piece = { text: string; x: number; y: number; size?: number; font?: FontName; turn?: 0 | 90 | 180 | 270 };

export type TestPage = {
  pieces: Piece[];
  box?: number[];
  crop?: number[];
  rotate?: number;
  /** Entries of its annotations' dictionaries, as PDF source; `@0` stands for the reference to the page's first. */
  annotations?: string[];
};

export type TestPdf = {
  pages: TestPage[];
  info?: Record<string, string>;
  xmp?: string;
  /** The /PageLabels number tree, as PDF source: "[0 << /S /r >> 2 << /S /D >>]". */
  labels?: string;
  /** Protects the document by this user password (40-bit RC4). */
  password?: string;
};

/** Helvetica, its bold, Times, Courier, and a Chinese font that is not embedded. */
export type FontName = 'F1' | 'F2' | 'F3' | 'F4' | 'F5';

const FONTS = `/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>
/F3 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>
/F4 << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>
/F5 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [
<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>] >>`;

/** Lines of a paragraph set one below the other, 12 points apart. */
export function column(
  lines: readonly string[],
  x: number,
  y: number,
  style: Omit<Piece, 'text' | 'x' | 'y'> = {},
): Piece[] {
  return lines.map((text, i) => ({ text, x, y: y - i * 12, size: 10, font: 'F4', ...style }));
}

/** The bytes of a PDF. */
export function makePdf(pdf: TestPdf): Uint8Array {
  const id = Buffer.from('0123456789abcdef', 'latin1');
  const lock = pdf.password === undefined ? undefined : makeLock(pdf.password, id);
  const objects: Buffer[] = [];
  const add = (body: string, stream?: Buffer<ArrayBuffer>): number => {
    const number = objects.length + 1;
    const data = stream && (lock ? rc4(objectKey(lock.key, number), stream) : stream);
    const head = data === undefined ? body : body.replace('<<', `<< /Length ${String(data.length)}`);
    const parts = [Buffer.from(`${String(number)} 0 obj\n${head}\n`, 'latin1')];
    if (data !== undefined) parts.push(Buffer.from('stream\n'), data, Buffer.from('\nendstream\n'));
    objects.push(Buffer.concat([...parts, Buffer.from('endobj\n')]));
    return number;
  };
  const pagesNumber = pdf.pages.reduce((sum, page) => sum + 2 + (page.annotations?.length ?? 0), 1);
  const kids = pdf.pages.map((page) => {
    const content = add('<< >>', Buffer.from(page.pieces.map(operators).join('\n'), 'latin1'));
    const first = objects.length + 1;
    const notes = (page.annotations ?? []).map((source) =>
      add(`<< /Type /Annot ${source.replace(/@(\d+)/gu, (_, at: string) => `${String(first + Number(at))} 0 R`)} >>`),
    );
    const annots = notes.length > 0 ? `/Annots [${notes.map((note) => `${String(note)} 0 R`).join(' ')}]` : '';
    const crop = page.crop ? `/CropBox [${page.crop.join(' ')}]` : '';
    const box = (page.box ?? [0, 0, 600, 800]).join(' ');
    return add(
      `<< /Type /Page /Parent ${String(pagesNumber)} 0 R /MediaBox [${box}] ${crop} ${annots} /Rotate ${String(page.rotate ?? 0)} /Contents ${String(content)} 0 R /Resources << /Font << ${FONTS} >> >> >>`,
    );
  });
  add(`<< /Type /Pages /Count ${String(kids.length)} /Kids [${kids.map((kid) => `${String(kid)} 0 R`).join(' ')}] >>`);
  const metadata =
    pdf.xmp === undefined
      ? ''
      : `/Metadata ${String(add('<< /Type /Metadata /Subtype /XML >>', Buffer.from(pdf.xmp)))} 0 R`;
  const labels = pdf.labels === undefined ? '' : `/PageLabels << /Nums ${pdf.labels} >>`;
  const root = add(`<< /Type /Catalog /Pages ${String(pagesNumber)} 0 R ${metadata} ${labels} >>`);
  const entries = Object.entries(pdf.info ?? {}).map(([key, value]) => `/${key} (${value})`);
  const info = lock ? 0 : add(`<< ${entries.join(' ')} >>`);
  return assemble(
    objects,
    `/Root ${String(root)} 0 R ${info > 0 ? `/Info ${String(info)} 0 R` : ''} /ID [<${id.toString('hex')}> <${id.toString('hex')}>] ${lock ? `/Encrypt ${lock.dictionary}` : ''}`,
  );
}

function assemble(objects: readonly Buffer[], trailer: string): Uint8Array {
  let at = 9;
  const table = objects.map((object) => {
    const line = `${String(at).padStart(10, '0')} 00000 n \n`;
    at += object.length;
    return line;
  });
  const count = String(objects.length + 1);
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${count} ${trailer} >>\nstartxref\n${String(at)}\n%%EOF\n`;
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...objects, Buffer.from(end)]);
}

function operators({ text, x, y, size = 10, font = 'F1', turn = 0 }: Piece): string {
  const [cos, sin] = turn === 90 ? [0, 1] : turn === 180 ? [-1, 0] : turn === 270 ? [0, -1] : [1, 0];
  const shown = font === 'F5' ? `<${utf16Hex(text)}>` : `(${text.replace(/[\\()]/gu, '\\$&')})`;
  return `BT /${font} ${String(size)} Tf ${[cos, sin, -sin, cos, x, y].join(' ')} Tm ${shown} Tj ET`;
}

function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** The standard security handler, revision 2 (PDF 1.4, 3.5.2). */
function makeLock(password: string, id: Buffer): { key: Buffer; dictionary: string } {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PAD]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(Buffer.concat([padded, owner, Buffer.from('fcffffff', 'hex'), id])).subarray(0, 5);
  const user = rc4(key, PAD);
  return {
    key,
    dictionary: `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
  };
}

function objectKey(key: Buffer, number: number): Buffer {
  return md5(Buffer.concat([key, Buffer.from([number & 255, number >> 8, 0, 0, 0])])).subarray(0, 10);
}

function md5(data: Buffer): Buffer {
  return createHash('md5').update(data).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer<ArrayBuffer> {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number): number => state[i & 255] ?? 0;
  const swap = (i: number, j: number): void => {
    const held = at(i);
    state[i & 255] = at(j);
    state[j & 255] = held;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
