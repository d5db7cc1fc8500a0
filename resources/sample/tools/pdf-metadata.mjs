// Rewrites the document information of a PDF as Chromium's Skia back end writes it: one classic
// cross-reference table, no object streams. Adds page labels. Not for PDFs from anywhere else.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/**
 * The PDF with its information dictionary replaced and its pages labelled from `firstPage` on.
 * The outcome depends on the input alone, so that an unchanged source gives an unchanged file.
 *
 * @param {Buffer} pdf
 * @param {{title: string, author: string, subject: string, date: string, firstPage: number}} about `date` is YYYY-MM-DD
 * @returns {Buffer}
 */
export function withMetadata(pdf, about) {
  const text = pdf.toString('latin1');
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)[1]);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(tableAt))[1];
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)[1]);
  const info = Number(/\/Info (\d+) 0 R/.exec(trailer)[1]);

  const objects = readObjects(text, tableAt);
  objects.set(info, infoObject(info, about));
  objects.set(root, labelled(objects.get(root), about.firstPage));
  return writePdf(objects, root, info);
}

function readObjects(text, tableAt) {
  const table = /xref\s+0 (\d+)\s+([\s\S]*?)trailer/.exec(text.slice(tableAt));
  const entries = table[2]
    .trim()
    .split(/\r?\n/)
    .map((line, number) => ({
      number,
      at: Number(line.slice(0, 10)),
      used: line.trimEnd().endsWith('n'),
    }));
  const used = entries.filter((entry) => entry.used).sort((a, b) => a.at - b.at);
  return new Map(used.map((entry, index) => [entry.number, text.slice(entry.at, used[index + 1]?.at ?? tableAt)]));
}

function infoObject(number, about) {
  const day = about.date.replaceAll('-', '');
  const lines = [
    `/Title ${utf16(about.title)}`,
    `/Author ${utf16(about.author)}`,
    `/Subject ${utf16(about.subject)}`,
    '/Creator (Glossa sample papers)',
    '/Producer (Skia/PDF)',
    `/CreationDate (D:${day}090000Z)`,
    `/ModDate (D:${day}090000Z)`,
  ];
  return `${number} 0 obj\n<<${lines.join('\n')}>>\nendobj\n`;
}

function labelled(catalog, firstPage) {
  const end = catalog.lastIndexOf('>>');
  return `${catalog.slice(0, end)}\n/PageLabels <</Nums [0 <</S /D /St ${firstPage}>>]>>${catalog.slice(end)}`;
}

/** A PDF text string: UTF-16 big endian with a byte order mark, in hexadecimal (ISO 32000-1, 7.9.2.2). */
function utf16(text) {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** Everything but streams goes into one compressed object stream (ISO 32000-1, 7.5.7), which saves a fifth. */
function writePdf(objects, root, info) {
  const size = Math.max(...objects.keys()) + 3;
  const [packed, table] = [size - 2, size - 1];
  const entries = Array.from({ length: size }, () => [0, 0, 0]);
  const plain = [...objects].filter(([, object]) => !/\bendstream\s+endobj/.test(object));
  const bodies = plain.map(([, object]) => object.replace(/^\d+ 0 obj\s*/, '').replace(/\s*endobj\s*$/, '\n'));

  let offset = 0;
  const index = plain.map(([number], at) => {
    entries[number] = [2, packed, at];
    const pair = `${number} ${offset}`;
    offset += bodies[at].length;
    return pair;
  });
  const first = `${index.join(' ')}\n`;
  const packedDict = `/Type /ObjStm /N ${plain.length} /First ${first.length}`;

  let body = '%PDF-1.5\n%\xE2\xE3\xCF\xD3\n';
  const append = (number, object) => {
    entries[number] = [1, body.length, 0];
    body += object.endsWith('\n') ? object : `${object}\n`;
  };
  for (const [number, object] of objects) if (entries[number][0] === 0) append(number, object);
  append(packed, stream(packed, packedDict, Buffer.from(first + bodies.join(''), 'latin1')));

  const id = createHash('md5').update(body, 'latin1').digest('hex').toUpperCase();
  const tableAt = body.length;
  entries[table] = [1, tableAt, 0];
  const rows = Buffer.alloc(size * 7);
  entries.forEach(([type, where, at], number) => {
    rows.writeUInt8(type, number * 7);
    rows.writeUInt32BE(where, number * 7 + 1);
    rows.writeUInt16BE(at, number * 7 + 5);
  });
  const dict = `/Type /XRef /Size ${size} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>]`;
  body += `${stream(table, dict, rows)}startxref\n${tableAt}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

function stream(number, dict, content) {
  const packed = deflateSync(content, { level: 9 }).toString('latin1');
  return `${number} 0 obj\n<<${dict} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n${packed}\nendstream\nendobj\n`;
}
