// Door of the translation settings: the dialog that sets up a provider of drafts.
export { TranslatorDialog } from './TranslatorDialog.tsx';
