// Door of the history room.
export { historyCalls } from './calls.ts';
export { runWrite, type Changes } from './gate.ts';
export { readTables, type Tables } from './rows.ts';
