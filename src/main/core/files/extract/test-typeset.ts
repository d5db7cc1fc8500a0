// Sets paragraphs as small PDFs in one column or two, for tests of re-anchoring: the same words, broken elsewhere.
import { makePdf, type Piece } from './test-pdf.ts';

export type Setting = {
  columns: 1 | 2;
  /** Break long words at line ends with a hyphen. */
  hyphenate?: boolean;
  /** Points; Courier, whose letters are all 0.6 of it wide. */
  size?: number;
  /** Print a header and the page number on each page. */
  furniture?: boolean;
};

const PAGE = { width: 600, height: 800, left: 60, right: 540, top: 730, bottom: 70, gutter: 30 };

/** The bytes of a PDF of these paragraphs (Latin-1 only), a blank half line between two. */
export function typeset(paragraphs: readonly string[], setting: Setting): Uint8Array {
  const { columns, size = 10, furniture = true } = setting;
  const width = columns === 1 ? PAGE.right - PAGE.left : (PAGE.right - PAGE.left - PAGE.gutter) / 2;
  const chars = Math.floor(width / (size * 0.6));
  const lead = size * 1.2;
  const pages: { pieces: Piece[] }[] = [];
  let column: number = columns;
  let y = 0;
  let pieces: Piece[] = [];
  const nextColumn = (): void => {
    column++;
    y = PAGE.top;
    if (column < columns) return;
    column = 0;
    pieces = furniture
      ? [
          { text: 'Proceedings of Tests on Words', x: 200, y: 770, size: 8, font: 'F4' },
          { text: String(pages.length + 1), x: 298, y: 35, size: 8, font: 'F4' },
        ]
      : [];
    pages.push({ pieces });
  };
  nextColumn();
  for (const paragraph of paragraphs) {
    const lines = breakLines(paragraph, chars, setting.hyphenate === true);
    for (const [index, text] of lines.entries()) {
      if (y < PAGE.bottom) nextColumn();
      const x = PAGE.left + column * (width + PAGE.gutter) + (index === 0 ? size : 0);
      pieces.push({ text, x, y, size, font: 'F4' });
      y -= lead;
    }
    y -= lead / 2;
  }
  return makePdf({ pages });
}

/** Greedy lines of at most `chars` characters, the first two shorter for its indent. */
export function breakLines(paragraph: string, chars: number, hyphenate: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => (lines.length === 0 ? chars - 2 : chars);
  for (const word of paragraph.split(/\s+/u)) {
    let rest = word;
    while (rest !== '') {
      const free = room() - (line === '' ? 0 : line.length + 1);
      if (rest.length <= free) {
        line += (line === '' ? '' : ' ') + rest;
        rest = '';
        continue;
      }
      const cut = Math.min(free - 1, rest.length - 3);
      const head = rest.slice(0, cut);
      if (hyphenate && cut >= 3 && /^[a-z]+$/u.test(rest)) {
        lines.push(`${line}${line === '' ? '' : ' '}${head}-`);
        rest = rest.slice(cut);
      } else if (line === '') {
        lines.push(rest.slice(0, room()));
        rest = rest.slice(room());
        continue;
      } else lines.push(line);
      line = '';
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
