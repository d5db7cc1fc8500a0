// Sets paragraphs in two narrow columns, with hyphens at line ends, as journals do. For tests; not part of the program.

/** A line as test PDFs take it: `x`, `y` is the start of its baseline in PDF user space. */
type Line = { text: string; x: number; y: number; size: number; font: 'F4' };
const COLUMN = { left: [50, 320], top: 740, lines: 54, chars: 40, leading: 12 };
const VOWEL = /[aeiouy]/i;

/** Lines of at most `chars` letters, words cut after a vowel where they do not fit. */
export function hyphenated(text: string, chars = COLUMN.chars): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = chars - line.length - (line ? 1 : 0);
    if (word.length <= room) line += (line ? ' ' : '') + word;
    else {
      const cut = /^[a-z]+[.,;]?$/.test(word) ? cutOf(word, room - 1) : 0;
      if (cut > 0) line += `${line ? ' ' : ''}${word.slice(0, cut)}-`;
      lines.push(line);
      line = word.slice(cut);
    }
  }
  return line ? [...lines, line] : lines;
}

function cutOf(word: string, room: number): number {
  for (let at = Math.min(room, word.length - 3); at >= 3; at--) {
    if (VOWEL.test(word.charAt(at - 1)) && !VOWEL.test(word.charAt(at))) return at;
  }
  return 0;
}

/** Pages of 600 by 800 points, Courier 10, paragraph under paragraph. */
export function twoColumns(paragraphs: readonly string[]): { pieces: Line[] }[] {
  const lines = paragraphs.flatMap((paragraph) => hyphenated(`   ${paragraph}`));
  const pages: { pieces: Line[] }[] = [];
  const perPage = COLUMN.lines * 2;
  for (let from = 0; from < lines.length; from += perPage) {
    const pieces = lines.slice(from, from + perPage).map((text, index): Line => {
      const x = COLUMN.left[Math.floor(index / COLUMN.lines)] ?? 0;
      const indent = text.length - text.trimStart().length;
      const y = COLUMN.top - (index % COLUMN.lines) * COLUMN.leading;
      return { text: text.trimStart(), x: x + indent * 6, y, size: 10, font: 'F4' };
    });
    pages.push({ pieces });
  }
  return pages;
}
