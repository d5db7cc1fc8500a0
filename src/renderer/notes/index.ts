// The door of the notes: the pane, and the field with which every two-language text is written.
export { arriveAt, bringIntoView, useLit } from './use-lit.ts';
export { focusField, isComposing } from './editor/focus.ts';
export { MarginLayer } from './MarginLayer.tsx';
export { NotesPane } from './NotesPane.tsx';
export { NotesView, TitleField } from './NotesView.tsx';
export { WordDiff } from './WordDiff.tsx';
export { SideField } from './editor/SideField.tsx';
export { StaleMark } from './StaleMark.tsx';
export { fieldKeyOf as passageFieldKey } from './use-note.ts';
