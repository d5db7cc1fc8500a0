// The door of the libraries: which one is open, others, backups, and the way out of a damaged one.
export { LibraryChooser } from './LibraryChooser.tsx';
export { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
export { Recovery } from './Recovery.tsx';
