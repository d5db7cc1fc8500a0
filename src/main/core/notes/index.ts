// Door of the notes room.
export { notesCalls } from './calls.ts';
export { sidesOf } from './sql.ts';
export { addPassage, columnsOf, linkPassage, writtenAt, type NewPassage } from './write.ts';
