// Door of the notes room.
export { notesCalls } from './calls.ts';
export { imageRow } from './images.ts';
export { listNotes, sidesOf } from './sql.ts';
export { versionsOf } from './versions.ts';
export {
  addPassage,
  checkBase,
  columnsOf,
  linkPassage,
  placeAmong,
  writtenAt,
  type NewPassage,
  type Placed,
} from './write.ts';
