// Lists of papers, as reading lists have them: each item begins with a linked or emphasised title, then its people, its
// venue, its year, or further links.
import type { List, ListItem, Paragraph } from 'mdast';
import { parseAuthors, parseReference, takeAuthors, type ParsedReference } from '../../references/index.ts';
import { all, placeOf, wordsOf } from './markdown.ts';
import type { FoundPaper } from './paper-lines.ts';
import { isScholarly } from './scholarly.ts';

export { isScholarly } from './scholarly.ts';

/** A list is one of papers when this share of its items is. */
const SHARE = 0.5;

/** For each item the paper it is; all null where the list is something else. */
export function paperEntries(list: List, markdown: string): (FoundPaper | null)[] {
  const entries = list.children.map((item) => entryOf(item, markdown));
  const found = entries.filter((entry) => entry !== null).length;
  return found > 0 && found >= list.children.length * SHARE ? entries : entries.map(() => null);
}

function entryOf(item: ListItem, markdown: string): FoundPaper | null {
  const [first] = item.children;
  const place = first && placeOf(first);
  if (first?.type !== 'paragraph' || !place) return null;
  const links = all(first, 'link');
  const paper = links.find(({ url }) => isScholarly(url));
  if (!paper) return null;
  const raw = markdown.slice(place.start, place.end);
  const fields = withVenue(first, markdown, parseReference(raw));
  const { title } = fields;
  if (title === null || (title.length < 12 && (title.match(/\p{Script=Han}/gu)?.length ?? 0) < 4)) return null;
  // The entry begins with its title, with its people, or with a venue in brackets; a sentence that holds a link does not.
  const at = plainOf(raw).indexOf(title.slice(0, 24));
  const begins = at >= 0 && at < 16;
  const isWhole =
    wordsOf(first).length > 0 && !/[。；]|[.;] \p{Lu}\p{Ll}+ \p{Ll}+ \p{Ll}+/u.test(wordsOf(first).replace(title, ''));
  if (!begins && !(fields.authors.length > 0 && fields.year !== null)) return null;
  if (!isWhole && fields.authors.length === 0) return null;
  return { ...place, title, url: paper.url, fields };
}

/** "Title, Ada Foster, Bo Hill, *Journal of Margins*, 2020": what is emphasised behind the title is where it appeared. */
function withVenue(paragraph: Paragraph, markdown: string, fields: ParsedReference): ParsedReference {
  const [title, ...rest] = paragraph.children;
  const venue = rest.find((node) => node.type === 'emphasis');
  const [from, to] = [title && placeOf(title), venue && placeOf(venue)];
  if (!from || !to || venue === undefined) return fields;
  const between = markdown.slice(from.end, to.start).replace(/^[\s.,:;–—-]+|[\s.,:;–—-]+$/g, '');
  const people = takeAuthors(`${between}. x`);
  return {
    ...fields,
    container: wordsOf(venue).replace(/[\s,]*(?:19|20)\d{2}$/, ''),
    ...(people?.rest === 'x' ? parseAuthors(people.people) : {}),
  };
}

/** The words of an item without the marks around them. */
const plainOf = (raw: string): string => raw.replace(/^[\s*_`["“'「《【(]+/u, '').replace(/[*_`]/g, '');
