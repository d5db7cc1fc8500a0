// The door of selection.
export { attachCopy } from './copy.ts';
export { attachGestures } from './gestures.ts';
export { PageTexts } from './page-texts.ts';
export { Selection } from './selection.ts';
