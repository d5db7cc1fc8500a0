// The query language of search: words, "phrases", -not, OR, prefix*, (groups), fields and ranges. Parsing never fails:
// what makes no sense as an operator is taken as words.
import { queryTokens, type QueryField, type QueryToken } from './search-tokens.ts';

/** What a query asks for. `text` is as typed; folding is the engine's. */
export type QueryNode =
  | { type: 'text'; text: string; isPhrase: boolean; isPrefix: boolean }
  | { type: 'field'; field: QueryField; value: string; isPrefix: boolean }
  /** Years, both ends included; null is open. */
  | { type: 'years'; from: number | null; to: number | null }
  | { type: 'and' | 'or'; parts: QueryNode[] }
  | { type: 'not'; part: QueryNode };

/** Deeper groups than this are read flat: no one writes them, and nobody may exhaust the stack with them. */
const DEEPEST = 20;

/** Reads a query; null where there is nothing to look for. Never throws. */
export function parseQuery(text: string): QueryNode | null {
  return new Parser(queryTokens(text)).all();
}

/** Every word and phrase asked for, those under a `-` left out. */
export function wantedTexts(node: QueryNode | null): Extract<QueryNode, { type: 'text' }>[] {
  if (!node || node.type === 'not') return [];
  if (node.type === 'text') return [node];
  return node.type === 'and' || node.type === 'or' ? node.parts.flatMap(wantedTexts) : [];
}

class Parser {
  private at = 0;
  private readonly tokens: readonly QueryToken[];

  constructor(tokens: readonly QueryToken[]) {
    this.tokens = tokens;
  }

  all(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.at < this.tokens.length) {
      const found = this.sequence(0);
      if (found) parts.push(found);
      // A closing bracket nobody opened.
      else this.at += 1;
    }
    return join('and', parts);
  }

  /** Everything up to the end or a closing bracket; OR binds its two neighbours. */
  private sequence(depth: number): QueryNode | null {
    const parts: QueryNode[] = [];
    let isOr = false;
    for (let token = this.tokens[this.at]; token && token.type !== 'close'; token = this.tokens[this.at]) {
      if (token.type === 'or') {
        this.at += 1;
        isOr = parts.length > 0;
        continue;
      }
      const one = this.one(depth);
      if (!one) continue;
      const before = isOr ? parts.pop() : undefined;
      parts.push(before ? (join('or', [...(before.type === 'or' ? before.parts : [before]), one]) ?? one) : one);
      isOr = false;
    }
    return join('and', parts);
  }

  private one(depth: number): QueryNode | null {
    const token = this.tokens[this.at];
    this.at += 1;
    if (!token) return null;
    switch (token.type) {
      case 'not': {
        const next = this.tokens[this.at];
        if (!next || next.type === 'close' || next.type === 'or' || next.type === 'not') return null;
        const part = this.one(depth);
        return part && { type: 'not', part };
      }
      case 'open': {
        if (depth >= DEEPEST) return null;
        const inner = this.sequence(depth + 1);
        if (this.tokens[this.at]?.type === 'close') this.at += 1;
        return inner;
      }
      case 'text': {
        const { text, isPhrase, isPrefix } = token;
        return { type: 'text', text, isPhrase, isPrefix };
      }
      case 'field':
        return fieldNode(token);
      case 'or':
      case 'close':
        return null;
    }
  }
}

function join(type: 'and' | 'or', parts: QueryNode[]): QueryNode | null {
  return parts.length > 1 ? { type, parts } : (parts[0] ?? null);
}

const YEARS = /^(?:(\d{1,4})?(?:\.{2,3}|-|–|—|~|至|到)(\d{1,4})?|([<>]=?)(\d{1,4})|(\d{1,4}))年?$/u;

function fieldNode({ field, value, isPrefix }: Extract<QueryToken, { type: 'field' }>): QueryNode {
  if (field !== 'year') return { type: 'field', field, value, isPrefix };
  const [, from, to, sign, than, only] = YEARS.exec(value.trim()) ?? [];
  if (only) return isPrefix ? decade(only) : { type: 'years', from: Number(only), to: Number(only) };
  if (sign && than) {
    const year = Number(than);
    if (sign.startsWith('<')) return { type: 'years', from: null, to: sign === '<=' ? year : year - 1 };
    return { type: 'years', from: sign === '>=' ? year : year + 1, to: null };
  }
  if (!from && !to) return { type: 'text', text: `year ${value}`, isPhrase: false, isPrefix: false };
  return { type: 'years', from: from ? Number(from) : null, to: to ? Number(to) : null };
}

/** `year:201*`: every year that begins so. */
function decade(start: string): QueryNode {
  const missing = Math.max(0, 4 - start.length);
  const from = Number(start) * 10 ** missing;
  return { type: 'years', from, to: from + 10 ** missing - 1 };
}
