// The door of selection.
export { attachCopy } from './copy.ts';
export { attachGestures } from './gestures.ts';
export { CaretLayer } from './CaretLayer.tsx';
export { CaretMode } from './caret-mode.ts';
export { PageTexts } from './page-texts.ts';
export { Selection } from './selection.ts';
