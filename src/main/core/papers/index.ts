// Door of the papers room.
export { getPaper, papersCalls } from './calls.ts';
export { findPaper, listPapers, listTitles, papersByIdentifier, type Titles } from './sql.ts';
export { createPaper, fillPaper, identifierClash, restorePaper, updatePaper } from './write.ts';
export { cleanIdentifier, identifiersOfUrl, SCHEME_NAMES } from './identifiers.ts';
export { pairKey } from './duplicates.ts';
export {
  cleanArxiv,
  cleanDoi,
  comparableUrl,
  groupWorks,
  identifiersOf,
  normaliseTitle,
  sameWork,
  titleKey,
  type WorkLike,
} from './identity.ts';
