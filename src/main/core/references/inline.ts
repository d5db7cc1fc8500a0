// A reference's Markdown as plain text with its links: what the other reference files read. Links, emphasis,
// HTML tags, escapes and entities are understood; nothing is rendered.
import { identifiersOf } from './identifiers.ts';

/** A link of a reference; offsets are into `Inline.plain`. */
export type InlineLink = { url: string; text: string; start: number; end: number };

/** Plain text, white space single, with where its links and its emphasised stretches are. */
export type Inline = { plain: string; links: InlineLink[]; emphasis: { start: number; end: number }[] };

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  '#39': "'",
  '#34': '"',
};

/** Reads inline Markdown. Never throws; what is not well formed stays as text. */
export function readInline(raw: string): Inline {
  const out: Inline = { plain: '', links: [], emphasis: [] };
  read(raw, out);
  out.plain = out.plain.trimEnd();
  return out;
}

function read(raw: string, out: Inline): void {
  let opened = -1;
  for (let i = 0; i < raw.length;) {
    const char = raw[i] ?? '';
    const rest = raw.slice(i, i + 2100);
    if (char === '\\' && /[!-/:-@[-`{-~]/.test(raw[i + 1] ?? '')) {
      put(out, raw[i + 1] ?? '');
      i += 2;
    } else if (char === '[' || rest.startsWith('![')) {
      const link = linkAt(raw, char === '!' ? i + 1 : i);
      if (link === null) {
        put(out, char);
        i += 1;
      } else {
        if (char === '[') addLink(out, link.label, link.url);
        i = link.end;
      }
    } else if (char === '<') {
      i += readTag(rest, out);
    } else if (char === '&') {
      const entity = /^&(#?\w{1,8});/.exec(rest);
      put(out, ENTITIES[entity?.[1] ?? ''] ?? entity?.[0] ?? '&');
      i += entity?.[0].length ?? 1;
    } else if (/^https?:\/\//i.test(rest) && !/\w/.test(raw[i - 1] ?? '')) {
      const url = identifiersOf(rest).url ?? 'http://';
      addLink(out, url, url);
      i += url.length;
    } else if (isMarker(raw, i)) {
      const run = /^(\*+|_+|`+|~~)/.exec(rest)?.[0].length ?? 1;
      if (char === '*' || char === '_') {
        if (opened >= 0 && out.plain.length > opened) out.emphasis.push({ start: opened, end: out.plain.length });
        opened = opened >= 0 ? -1 : out.plain.length;
      }
      i += run;
    } else {
      put(out, char);
      i += 1;
    }
  }
}

/** Appends text; white space runs become one space, none at the start. */
function put(out: Inline, text: string): void {
  for (const char of text) {
    if (!/\s/.test(char)) out.plain += char;
    else if (out.plain !== '' && !out.plain.endsWith(' ')) out.plain += ' ';
  }
}

function addLink(out: Inline, label: string, url: string): void {
  const inner = label === url ? label : readInline(label).plain;
  const start = out.plain.length;
  put(out, inner);
  out.links.push({ url: url.trim(), text: inner, start, end: out.plain.length });
}

/** An emphasis or code mark: not one standing alone between spaces, and `_` only at a word's edge. */
function isMarker(raw: string, i: number): boolean {
  const char = raw[i] ?? '';
  const [before, after] = [raw[i - 1] ?? ' ', raw[i + 1] ?? ' '];
  if (char === '*' || char === '`') return !(/\s/.test(before) && /\s/.test(after));
  if (char === '~') return after === '~' || before === '~';
  return char === '_' && (/[\s_(["“*]/.test(before) || /[\s_)\]"”*.,;:]/.test(after));
}

/** A tag: dropped, but for `<https://…>`, which is a link, and `<a href>`, whose address is kept. Gives the length read. */
function readTag(rest: string, out: Inline): number {
  const auto = /^<(https?:\/\/[^\s<>]+)>/i.exec(rest);
  if (auto?.[1] !== undefined) {
    addLink(out, auto[1], auto[1]);
    return auto[0].length;
  }
  const anchor = /^<a\s[^<>]*?href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>([^<]*)<\/a>/i.exec(rest);
  if (anchor) {
    addLink(out, anchor[3] ?? '', anchor[1] ?? anchor[2] ?? '');
    return anchor[0].length;
  }
  const tag = /^<\/?[a-z][^<>]{0,300}>/i.exec(rest);
  if (!tag) put(out, '<');
  return tag?.[0].length ?? 1;
}

/** The link whose `[` is at `start`, if there is one: `[label](address "title")`, brackets balanced. */
export function linkAt(raw: string, start: number): { label: string; url: string; end: number } | null {
  const close = matching(raw, start, '[', ']');
  if (close < 0 || raw[close + 1] !== '(') return null;
  const angle = /^\(\s*<([^<>\n]*)>\s*\)/.exec(raw.slice(close + 1, close + 2100));
  const label = raw.slice(start + 1, close);
  if (angle?.[1] !== undefined) return { label, url: angle[1], end: close + 1 + angle[0].length };
  const end = matching(raw, close + 1, '(', ')');
  if (end < 0) return null;
  const inside = raw.slice(close + 2, end).trim();
  const url = /^(\S*)(?:\s+(?:"[^"]*"|'[^']*'))?$/.exec(inside)?.[1];
  return url === undefined ? null : { label, url, end: end + 1 };
}

/** Index of the bracket that closes the one at `start`, or -1; looks no further than an address is long. */
function matching(raw: string, start: number, open: string, close: string): number {
  let depth = 0;
  for (let i = start; i < Math.min(raw.length, start + 2000); i += 1) {
    if (raw[i] === '\\') i += 1;
    else if (raw[i] === open) depth += 1;
    else if (raw[i] === close) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return -1;
}
