// PDFs made for the tests of the reader: two columns with a word broken at a line's end, three pages, inner links, a
// page of another size turned on its side; locked on request.
import { writeFile } from 'node:fs/promises';
import { PDFDocument, PDFName, PDFString, StandardFonts, degrees, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';

/** The left column of page 1; "infor-" and "well-" are cut by the line's end. */
export const LEFT = [
  'Scribes of old wrote their infor-',
  'mation between the lines, a well-',
  'known habit of patient readers.',
  'The habit did not stay for long.',
];
/** The sentence of the left column that goes over a line's end. */
export const SENTENCE =
  'Scribes of old wrote their information between the lines, a well-known habit of patient readers.';
const RIGHT = [
  'Printers took the margin away,',
  'and with it the place to think.',
  'Nobody asked those who had to',
  'read what was left of the page.',
];

function column(page: PDFPage, font: PDFFont, lines: readonly string[], x: number, y: number): void {
  for (const [index, text] of lines.entries()) page.drawText(text, { x, y: y - index * 14, size: 11, font });
}

/** A link on `from` over a rectangle that leads to a height of another page. */
function link(doc: PDFDocument, from: PDFPage, rect: [number, number, number, number], to: PDFPage, top: number): void {
  const annotation = doc.context.register(
    doc.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: rect,
      Border: [0, 0, 0],
      Dest: [to.ref, 'XYZ', null, top, null],
    }),
  );
  from.node.set(PDFName.of('Annots'), doc.context.obj([annotation]));
}

/** Writes the document to `path`, with that many further pages at its end. */
export async function writeTestPdf(
  path: string,
  { password, more = 0 }: { password?: string; more?: number } = {},
): Promise<void> {
  const doc = await PDFDocument.create();
  doc.setTitle('Margins and What Became of Them');
  doc.catalog.set(PDFName.of('Lang'), PDFString.of('en'));
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  const first = doc.addPage([595, 842]);
  const second = doc.addPage([595, 842]);
  const third = doc.addPage([595, 842]);
  const turned = doc.addPage([595, 842]);
  first.drawText('Margins and What Became of Them', { x: 60, y: 780, size: 18, font });
  column(first, font, LEFT, 60, 720);
  column(first, font, RIGHT, 320, 720);
  column(first, font, ['The story goes on, page after page,', 'to where nobody would look: it ends far'], 320, 140);
  column(
    second,
    font,
    ['below in the middle of nowhere, as stories of paper do.', 'Few come back from there.'],
    60,
    760,
  );
  column(
    second,
    font,
    ['There was more of it than anyone wanted.', 'And then, without a word of warning, it'],
    60,
    140,
  );
  column(third, font, ['stops for good.', 'Nothing follows it.'], 60, 760);
  turned.setRotation(degrees(90));
  column(turned, font, ['A page on its side is read by turning the book.'], 60, 760);
  for (let number = 0; number < more; number++) {
    column(doc.addPage([595, 842]), font, [`One more page, number ${String(number + 5)}.`], 60, 760);
  }
  link(doc, first, [60, 676, 250, 690], third, 772);
  if (password !== undefined) doc.encrypt({ userPassword: password, ownerPassword: `${password}, owner` });
  await writeFile(path, await doc.save());
}
