// A post's front matter, for showing only: where it ends, its text, and the plain keys and lists in it. Pure.
// The core's own reader decides what it means; this never writes anything back.

/** `raw` is the block between the fences; `end` the UTF-16 offset where the body begins. */
export type FrontMatter = { raw: string; end: number; entries: { key: string; values: string[] }[] };

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const LIMIT = 64 * 1024;

const unquoted = (text: string) => text.trim().replace(/^(["'])(.*)\1$/, '$2');

/** Reads the block at the very start of a post; null where there is none. */
export function readFrontMatter(text: string): FrontMatter | null {
  const match = FENCED.exec(text);
  if (!match || match[0].length > LIMIT) return null;
  const entries: FrontMatter['entries'] = [];
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const pair = /^([\w-]+):[ \t]*(.*)$/.exec(line);
    const item = /^\s*-[ \t]+(.*)$/.exec(line);
    if (pair?.[1]) entries.push({ key: pair[1], values: valuesOf(pair[2] ?? '') });
    else if (item?.[1]) entries.at(-1)?.values.push(unquoted(item[1]));
  }
  return { raw: match[1] ?? '', end: match[0].length, entries };
}

function valuesOf(text: string): string[] {
  const list = /^\[(.*)\]$/.exec(text.trim());
  const values = list ? (list[1] ?? '').split(',') : [text];
  return values.map(unquoted).filter(Boolean);
}
