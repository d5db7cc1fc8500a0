// Door of the findings room.
export { findingsCalls } from './calls.ts';
export { getFinding, listFindings } from './sql.ts';
export { createFinding, type NewFinding } from './write.ts';
export { watchArrivals } from './suggest/watch.ts';
