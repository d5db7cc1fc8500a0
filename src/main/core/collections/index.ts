// Door of the collections room.
export { collectionsCalls } from './calls.ts';
export { addToCollection, createCollection } from './write.ts';
