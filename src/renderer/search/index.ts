// The door of search: the view of results, and where a hit leads.
export { openHit } from './open-hit.ts';
export { SearchView } from './SearchView.tsx';
export { useNames } from './names.ts';
