// Line numbers of a text, and the stretches of it that Markdown puts behind list indents and quote marks.

/** Finds the 1-based line of an offset. CR LF, LF and CR each end a line. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** Whether a blank line lies in a text between two blocks; quote marks alone make no line full. */
export const hasBlankLine = (between: string): boolean => /(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)/.test(between);

/** A slice's Markdown as it reads on its own: later lines lose the indent and quote marks of where they stood. */
export function unwrapLines(slice: string, quoteDepth: number, indent: number): string {
  const lines = slice.split(/\r\n|\n|\r/);
  const quote = new RegExp(`^(?:[ \\t]{0,3}>[ \\t]?){0,${quoteDepth}}`);
  const margin = new RegExp(`^[ ]{0,${indent}}`);
  return lines
    .map((line, i) => (i === 0 ? line : line.replace(quote, '').replace(/^\t/, ' '.repeat(4)).replace(margin, '')))
    .join('\n')
    .trim();
}
