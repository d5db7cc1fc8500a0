// Door of the outlines.
export { OutlineView } from './OutlineView.tsx';
