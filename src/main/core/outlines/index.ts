// Door of the outlines room.
export { outlinesCalls } from './calls.ts';
