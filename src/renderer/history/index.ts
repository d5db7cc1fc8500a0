// The door of history: undo and redo.
export { moveThroughHistory, offerUndo, stepWords } from './steps.ts';
export { UndoButtons } from './UndoButtons.tsx';
