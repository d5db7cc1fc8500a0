// Door of the references room: pure reading of references, identifiers and titles. Every room may use it; it writes
// nothing and knows no library.
export { parseAuthors, takeAuthors, type Authors } from './authors.ts';
export { cleanArxiv, cleanDoi, comparableUrl, identifiersOf, type Identifiers } from './identifiers.ts';
export { readInline, type Inline, type InlineLink } from './inline.ts';
export { parseReference, type ParsedReference } from './reference.ts';
export { cleanTitle } from './title.ts';
export { mainTitle, normaliseTitle, SHORT_TITLE, titleKey, titleLikeness } from './titles.ts';
