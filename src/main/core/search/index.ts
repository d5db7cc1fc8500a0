// Door of the search room.
export { searchCalls } from './calls.ts';
export { makeSearch } from './service.ts';
export type { Search } from './types.ts';
