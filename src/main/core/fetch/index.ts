// Door of the fetch room.
export { fetchCalls } from './calls.ts';
