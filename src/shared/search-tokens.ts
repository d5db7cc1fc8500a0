// Cuts a typed query into words, phrases, fields and operators, in half-width or full-width punctuation.

export type QueryField = 'author' | 'year' | 'tag' | 'survey' | 'kind' | 'color' | 'stance' | 'lang';
export type QueryToken =
  | { type: 'text'; text: string; isPhrase: boolean; isPrefix: boolean }
  | { type: 'field'; field: QueryField; value: string; isPrefix: boolean }
  | { type: 'or' | 'not' | 'open' | 'close' };

const FIELD_NAMES: Record<string, QueryField> = {
  author: 'author',
  作者: 'author',
  year: 'year',
  年份: 'year',
  年: 'year',
  tag: 'tag',
  标签: 'tag',
  survey: 'survey',
  综述: 'survey',
  kind: 'kind',
  类型: 'kind',
  color: 'color',
  colour: 'color',
  颜色: 'color',
  stance: 'stance',
  立场: 'stance',
  lang: 'lang',
  语言: 'lang',
};

const CLOSING: Record<string, string> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '”',
  '＂': '＂',
  '「': '」',
  '『': '』',
  '«': '»',
};
const QUOTES = '"“”„＂「『«';
const FIELD = /^([a-z]+|[\u4E00-\u9FFF]{1,2})[:：]/iu;
/** A query longer than this is a pasted page: its start will do. */
const LONGEST = 2000;

/** The tokens of a query, in order. Never fails. */
export function queryTokens(query: string): QueryToken[] {
  const text = query.slice(0, LONGEST);
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (/\s/u.test(char)) at += 1;
    else if (char === '(' || char === '（') at = push(tokens, { type: 'open' }, at + 1);
    else if (char === ')' || char === '）') at = push(tokens, { type: 'close' }, at + 1);
    else if (char === '|' || char === '｜') at = push(tokens, { type: 'or' }, at + 1);
    else if (isMinus(text, at)) at = push(tokens, { type: 'not' }, at + 1);
    else at = readWord(text, at, tokens);
  }
  return tokens;
}

function push(tokens: QueryToken[], token: QueryToken, next: number): number {
  tokens.push(token);
  return next;
}

/** A minus is one only before something and after nothing: "fine-tuning" has none, "a - b" has none. */
function isMinus(text: string, at: number): boolean {
  return /[-－−]/u.test(text.charAt(at)) && /[^\s\-－−]/u.test(text.charAt(at + 1)) && !/\S/u.test(before(text, at));
}

/** The character before, brackets not counted. */
const before = (text: string, at: number): string => (at === 0 ? '' : text.charAt(at - 1).replace(/[(（|｜]/u, ''));

function readWord(text: string, start: number, tokens: QueryToken[]): number {
  const named = FIELD.exec(text.slice(start, start + 12));
  const field = named && FIELD_NAMES[(named[1] ?? '').toLowerCase()];
  if (named && field) {
    const { value, isPrefix, end } = readValue(text, start + named[0].length);
    if (value !== '') return push(tokens, { type: 'field', field, value, isPrefix }, end);
  }
  const { value, isPhrase, isPrefix, end } = readValue(text, start);
  if (!isPhrase && !isPrefix && (value === 'OR' || value === 'AND' || value === 'NOT')) {
    if (value !== 'AND') tokens.push({ type: value === 'OR' ? 'or' : 'not' });
    return end;
  }
  if (value !== '') tokens.push({ type: 'text', text: value, isPhrase, isPrefix });
  return Math.max(end, start + 1);
}

/** A quoted text (to the end where it is not closed) or a word; a `*` right after it makes it a prefix. */
function readValue(text: string, start: number): { value: string; isPhrase: boolean; isPrefix: boolean; end: number } {
  const isPhrase = start < text.length && QUOTES.includes(text.charAt(start));
  let end: number;
  let value: string;
  if (isPhrase) {
    const closing = CLOSING[text.charAt(start)] ?? '"';
    const found = text.indexOf(closing, start + 1);
    value = text.slice(start + 1, found < 0 ? text.length : found);
    end = found < 0 ? text.length : found + 1;
  } else {
    end = start;
    while (
      end < text.length &&
      !/[\s()（）|｜]/u.test(text.charAt(end)) &&
      !(end > start && QUOTES.includes(text.charAt(end)))
    )
      end += 1;
    value = text.slice(start, end);
  }
  const stars = isPhrase ? /^[*＊]/u.exec(text.slice(end)) : /[*＊]+$/u.exec(value);
  if (stars && isPhrase) end += 1;
  if (stars && !isPhrase) value = value.slice(0, -stars[0].length);
  return { value: value.trim(), isPhrase, isPrefix: stars !== null, end };
}
