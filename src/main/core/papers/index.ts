// Door of the papers room.
export { getPaper, papersCalls } from './calls.ts';
export { findPaper, listPapers, papersByIdentifier } from './sql.ts';
export { createPaper, fillPaper, updatePaper } from './write.ts';
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
