// Door of the matrix room.
export { matrixCalls } from './calls.ts';
