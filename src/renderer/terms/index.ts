// The door of the term base.
export { TermDialog } from './TermDialog.tsx';
export { TermLayer, useTermUnderline } from './TermLayer.tsx';
export { TermsView } from './TermsView.tsx';
export { askForTerm } from './term-dialog.ts';
export { useTermCommands, useTermOnSelection } from './use-term-commands.ts';
