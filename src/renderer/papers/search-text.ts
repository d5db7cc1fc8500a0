// A paper as text to filter by: the rule that filters and saved searches use, in one place.
export { filterText as foldedPaperText } from '#shared/paper-filter.ts';
