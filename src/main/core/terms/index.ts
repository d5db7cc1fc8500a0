// Door of the terms room.
export { termsCalls } from './calls.ts';
