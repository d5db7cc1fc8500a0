// Door of the findings room.
export { findingsCalls, getFinding } from './calls.ts';
export { createFinding, type NewFinding } from './write.ts';
