// A small reader of XML for TBX: elements, attributes, text. What can hurt is not done: no document type, no entities
// but the five and numbers, no depth without end.
import { AppError } from '#shared/errors.ts';

export type Element = {
  name: string;
  line: number;
  attributes: Record<string, string>;
  children: (Element | string)[];
};

const MOST_DEPTH = 64;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE|<(\/?)([\p{L}_:][\p{L}\p{N}_:.-]*)((?:\s+[\p{L}_:][\p{L}\p{N}_:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</gu;
const ATTRIBUTE = /([\p{L}_:][\p{L}\p{N}_:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The root element. `bad_input` with the line for what is not well-formed, and for an entity of its own. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', line: 1, attributes: {}, children: [] };
  const open: Element[] = [root];
  let line = 1;
  let rest = text;
  const wrong = (what: string): AppError => new AppError('bad_input', `line ${line}: ${what}`);
  // An outer document type declares nothing that is needed; entities it may declare are refused where they are used.
  rest = rest.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/i, (all) => all.replace(/[^\n]/g, ' '));
  for (const match of rest.matchAll(TOKEN)) {
    const [token, cdata, closing, name, attributes = '', selfClosing] = match;
    const top = open.at(-1);
    if (!top) throw wrong('there is something after the end.');
    if (token === '<' || token === '<!DOCTYPE') throw wrong('this is not well-formed XML.');
    if (cdata !== undefined) top.children.push(cdata);
    else if (name !== undefined && closing) {
      if (top.name !== name) throw wrong(`</${name}> closes <${top.name}>.`);
      open.pop();
    } else if (name !== undefined) {
      if (open.length > MOST_DEPTH) throw wrong('elements are nested too deep.');
      const element: Element = { name, line, attributes: readAttributes(attributes, wrong), children: [] };
      top.children.push(element);
      if (!selfClosing) open.push(element);
    } else if (!token.startsWith('<')) top.children.push(decode(token, wrong));
    line += token.split('\n').length - 1;
  }
  if (open.length > 1) throw wrong(`<${open.at(-1)?.name}> is never closed.`);
  const [first] = elementsOf(root);
  if (!first) throw wrong('there is no element.');
  return first;
}

function readAttributes(source: string, wrong: (what: string) => AppError): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    attributes[name] = decode(double ?? single ?? '', wrong);
  }
  return attributes;
}

function decode(text: string, wrong: (what: string) => AppError): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[^;\s]{1,40});|&/gi, (all, name: string | undefined) => {
    if (name === undefined) throw wrong('an & stands alone; it is written &amp;');
    if (!name.startsWith('#')) {
      const known = NAMED[name];
      if (known === undefined) throw wrong(`the entity ${all} is not taken.`);
      return known;
    }
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw wrong(`${all} is no character.`);
    return String.fromCodePoint(code);
  });
}

/** The child elements, of any name or of these. */
export const elementsOf = (element: Element, ...names: string[]): Element[] =>
  element.children.filter(
    (child): child is Element => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  );

/** All descendants of these names, in order, however deep. */
export const descendants = (element: Element, ...names: string[]): Element[] =>
  elementsOf(element).flatMap((child) => (names.includes(child.name) ? [child] : descendants(child, ...names)));

/** The text in an element, white space as one space. */
export const textOf = (element: Element): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
