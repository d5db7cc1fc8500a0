// Door of the events room.
export { eventsCalls } from './calls.ts';
