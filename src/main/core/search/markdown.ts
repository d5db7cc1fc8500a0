// Markdown as its reader sees it, near enough for searching: signs and addresses out, words kept.

const FRONT_MATTER = /^\uFEFF?---\r?\n[^]*?\r?\n(?:---|\.\.\.)\r?\n/u;

/** The words of a Markdown text. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/<\/?[a-z][^>]*>/giu, ' ')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gmu, '')
    .replace(/(?:\*\*|__|~~|`+)/gu, '')
    .replace(/(?<![\p{L}\p{N}\\])[*_](?!\{)|[*_](?![\p{L}\p{N}{])/gu, '')
    .replace(/[ \t]+/gu, ' ')
    .replace(/\s*\n\s*/gu, '\n')
    .trim();
}

/** A survey in stretches from heading to heading; the first is what stands before them, without front matter. Lines from 1. */
export function sectionsOf(
  text: string,
  sections: readonly { title: string; line: number }[],
): { title: string; text: string }[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const from = (line: number): number => starts[line - 1] ?? text.length;
  const front = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  const first = sections[0];
  const found = [{ title: '', text: text.slice(front, first ? Math.max(front, from(first.line)) : text.length) }];
  for (const [i, { title, line }] of sections.entries()) {
    const next = sections[i + 1];
    // The heading's own line is its title, which stands apart.
    found.push({ title, text: text.slice(from(line + 1), next ? from(next.line) : text.length) });
  }
  return found;
}
