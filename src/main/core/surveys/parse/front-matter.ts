// Front matter: cut off by hand, kept verbatim, read by parsers of YAML and TOML that run nothing. Whatever is wrong with it,
// the body behind it stays intact.
import { parse, TomlDate, TomlError } from 'smol-toml';
import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { FrontMatter, Warning } from './types.ts';
import { warning } from './warnings.ts';

/** Longer blocks are kept but not read. UTF-16 units. */
const LONGEST = 64 * 1024;
const MOST_ALIASES = 50;

/** The block a text begins with, or null; warnings say what in it could not be read. */
export function readFrontMatter(text: string): { block: FrontMatter | null; warnings: Warning[] } {
  const cut = cutBlock(text);
  if (cut === null) return { block: null, warnings: [] };
  const block: FrontMatter = {
    ...cut,
    start: 0,
    line: 1,
    raw: text.slice(0, cut.end),
    title: null,
    permalink: null,
    date: null,
    tags: [],
  };
  const body = text.slice(cut.bodyStart, cut.bodyEnd);
  const warnings: Warning[] = [];
  if (cut.format === 'yaml' && body.length <= LONGEST) readYaml(body, block, warnings);
  else if (cut.format === 'toml' && body.length <= LONGEST) readToml(body, block, warnings);
  else warnings.push(warning(1, cut.format === 'other' ? 'front-matter-format' : 'front-matter-too-long'));
  const { format, raw, title, permalink, date, tags } = block;
  return { block: { start: 0, end: cut.end, line: 1, format, raw, title, permalink, date, tags }, warnings };
}

type Cut = { format: FrontMatter['format']; bodyStart: number; bodyEnd: number; end: number };

function cutBlock(text: string): Cut | null {
  const open = /^(---|\+\+\+)([^\r\n]*)(?:\r\n|\n|\r)/.exec(text);
  if (!open) return null;
  const [whole, fence = '', rest = ''] = open;
  const language = rest.trim();
  if (!/^\w*$/.test(language)) return null;
  const close = (fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m).exec(text.slice(whole.length));
  if (!close) return null;
  const bodyEnd = whole.length + close.index;
  const format = fence === '+++' ? 'toml' : language === '' || /^ya?ml$/i.test(language) ? 'yaml' : 'other';
  // A rule (`---`) with prose up to the next rule is a body, not front matter.
  const body = text.slice(whole.length, bodyEnd);
  if (
    format === 'yaml' &&
    body.trim() !== '' &&
    !/^\s*(?:#.*\s+)*["']?[\p{L}\w][^\n\r]*?["']?\s*:|^\s*[{[%]/u.test(body)
  )
    return null;
  return { format, bodyStart: whole.length, bodyEnd, end: bodyEnd + close[0].length };
}

function readYaml(body: string, block: FrontMatter, warnings: Warning[]): void {
  const refuse = (line: number, why: string): void => {
    warnings.push(warning(line, 'front-matter-unread', { reason: why }));
  };
  try {
    const document = parseDocument(body, {
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      strict: true,
      customTags: [],
    });
    const [error] = document.errors;
    if (error) return refuse(2 + (body.slice(0, error.pos[0]).match(/\r\n|\n|\r/g)?.length ?? 0), error.message);
    let aliases = 0;
    visit(document, { Alias: () => void (aliases += 1) });
    if (aliases > MOST_ALIASES) return refuse(2, 'too many aliases');
    const root = document.contents;
    if (!isMap(root)) return body.trim() === '' ? undefined : refuse(2, 'it is not a list of fields');
    for (const { key, value } of root.items) {
      const node = isAlias(value) ? value.resolve(document) : value;
      const text = isScalar(node) ? scalar(node.value) : null;
      switch (isScalar(key) ? String(key.value).toLowerCase() : '') {
        case 'title':
          block.title = text;
          break;
        case 'permalink':
        case 'slug':
        case 'url':
          block.permalink ??= text;
          break;
        case 'date':
          block.date = text;
          break;
        case 'tags':
        case 'tag':
          block.tags = isSeq(node)
            ? node.items.flatMap((item) => (isScalar(item) ? (scalar(item.value) ?? []) : []))
            : (text ?? '')
                .split(/[,，]/)
                .map((tag) => tag.trim())
                .filter((tag) => tag !== '');
          break;
        default:
      }
    }
  } catch (error) {
    refuse(2, error instanceof Error ? error.message : 'unknown');
  }
}

function scalar(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim() || null
    : null;
}

/** Hugo's: the same fields, typed by TOML. Nothing in it can run. */
function readToml(body: string, block: FrontMatter, warnings: Warning[]): void {
  try {
    const table = parse(body);
    const value = (...keys: string[]): unknown =>
      Object.entries(table).find(([key]) => keys.includes(key.toLowerCase()))?.[1];
    block.title = scalar(value('title'));
    block.permalink = scalar(value('permalink', 'slug', 'url'));
    const date = value('date');
    block.date = date instanceof TomlDate ? (/^\s*date\s*=\s*(\S.*?)\s*$/im.exec(body)?.[1] ?? null) : scalar(date);
    const tags = value('tags', 'tag');
    block.tags = (Array.isArray(tags) ? tags : [tags]).flatMap((tag) => scalar(tag) ?? []);
  } catch (error) {
    const line = error instanceof TomlError ? error.line + 1 : 2;
    const reason = error instanceof TomlError ? (error.message.split('\n')[0] ?? '') : 'not TOML';
    warnings.push(warning(line, 'front-matter-unread', { reason }));
  }
}
