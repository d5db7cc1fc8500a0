// Front matter: cut off by hand, kept verbatim, read by a YAML parser that runs nothing. Whatever is wrong with it,
// the body behind it stays intact.
import { isAlias, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { FrontMatter, Warning } from './types.ts';

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
    date: null,
    tags: [],
  };
  const body = text.slice(cut.bodyStart, cut.bodyEnd);
  const warnings: Warning[] = [];
  if (cut.format === 'yaml' && body.length <= LONGEST) readYaml(body, block, warnings);
  else if (cut.format === 'toml' && body.length <= LONGEST) readToml(body, block);
  else
    warnings.push({
      line: 1,
      message:
        cut.format === 'other'
          ? 'The front matter is not YAML; it is kept as it is and not read.'
          : 'The front matter is too long to be read; it is kept as it is.',
    });
  const { format, raw, title, date, tags } = block;
  return { block: { start: 0, end: cut.end, line: 1, format, raw, title, date, tags }, warnings };
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
    warnings.push({ line, message: `The front matter could not be read (${why}); it is kept as it is.` });
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

/** Only the three fields that are shown; Hugo writes them as plain strings, dates and one-line lists. */
function readToml(body: string, block: FrontMatter): void {
  const value = (key: string): string | undefined => new RegExp(`^\\s*${key}\\s*=\\s*(.+?)\\s*$`, 'mi').exec(body)?.[1];
  const bare = (text: string | undefined): string | null => text?.replace(/^(["'])(.*)\1$/, '$2') ?? null;
  block.title = bare(value('title'));
  block.date = bare(value('date'));
  block.tags = [...(value('tags') ?? '').matchAll(/(["'])(.*?)\1/g)].map((tag) => tag[2] ?? '');
}
