// Links inside the library, as they stand in Markdown: `[words](glossa:paper/<id>)`, `![words](glossa:image/<sha256>)`.

/** What a link can lead to. */
export const LINK_KINDS = ['paper', 'finding', 'annotation', 'term', 'survey', 'note', 'matrix', 'outline'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export type OwnLink = { kind: LinkKind; id: string };

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;

/** The address of a thing of the library. */
export const linkTo = ({ kind, id }: OwnLink): string => `glossa:${kind}/${id}`;

/** What an address leads to; null for any that is not exactly one of ours. Only a highlight's may end in the hash of a live quote. */
export function linkOf(address: string): OwnLink | null {
  const [, kind = '', id = '', hash = ''] = /^glossa:([a-z]+)\/([0-9a-f-]+)(#[0-9a-z]{1,13})?$/.exec(address) ?? [];
  const known = LINK_KINDS.find((one) => one === kind && (hash === '' || one === 'annotation'));
  return known && ID.test(id) ? { kind: known, id } : null;
}

/** The hash of a stored image's address; null for any other. */
export function imageOf(address: string): string | null {
  const [, hash = ''] = /^glossa:image\/([0-9a-f]+)$/.exec(address) ?? [];
  return HASH.test(hash) ? hash : null;
}

/** A Markdown link with these words; brackets in them are escaped, line ends become spaces. */
export const markdownLink = (words: string, to: OwnLink): string => `[${linkWords(words)}](${linkTo(to)})`;

/** A Markdown image. */
export const markdownImage = (words: string, sha256: string): string =>
  `![${linkWords(words)}](glossa:image/${sha256})`;

const linkWords = (words: string): string =>
  words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\[\]]/gu, '\\$&');
