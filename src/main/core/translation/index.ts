// Door of the translation room.
export { translationCalls } from './calls.ts';
