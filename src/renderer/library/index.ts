// The door of the library: the list of papers, the sidebar, bringing things in.
export { takeIn, useLibraryCommands } from './commands.ts';
export { droppedFiles } from './dropped.ts';
export { LibraryView } from './LibraryView.tsx';
export { Sidebar } from './Sidebar.tsx';
