// Bringing things in, as commands: a survey, PDFs; and what was dropped on the window.
import { useEffect } from 'react';
import { problemText } from '../data/problem-messages.ts';
import { write } from '../data/write.ts';
import { host } from '../host/index.ts';
import { importPdfs } from '../papers/index.ts';
import { importSurveys, pickSurvey } from '../surveys/index.ts';
import { useCommands } from '../ui/commands.tsx';
import { useRoute } from '../ui/navigation.tsx';
import { messagesIn } from '../ui/i18n.tsx';
import { toast } from '../ui/toast-queue.ts';
import { isMarkdown, isPdf } from './dropped.ts';
import { messages } from './messages.ts';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** Lets the user pick a survey, and shows what is in it before it is taken in. */
export const startSurveyImport = (): Promise<void> => pickSurvey();

/** Lets the user pick PDFs. */
export const addPdfs = (): Promise<unknown> => importPdfs(() => host.pickPdfs());

/** Tells the core which paper is opened to be read. */
function useRecentlyRead(): void {
  const route = useRoute();
  const id = route.view === 'reader' ? route.paperId : null;
  useEffect(() => {
    // Whether it is remembered must not stand in the way of reading.
    if (id !== null) void write('papers', 'opened', { id }, { quiet: true }).catch(() => undefined);
  }, [id]);
}

/** Registers the commands; mounted once, by the shell. */
export function useLibraryCommands(): void {
  useRecentlyRead();
  useCommands([
    {
      id: 'library.importSurvey',
      label: { en: en.importSurvey, 'zh-Hans': zh.importSurvey },
      shortcut: 'Mod+Shift+I',
      group: 'library',
      run: () => void startSurveyImport(),
    },
    {
      id: 'library.addPdfs',
      label: { en: en.addPdfs, 'zh-Hans': zh.addPdfs },
      shortcut: 'Mod+O',
      group: 'library',
      run: () => void addPdfs(),
    },
  ]);
}

/** Takes in what was dropped: Markdown goes to the import dialog, PDFs into the store. False when there was neither. */
export async function takeIn(files: readonly File[]): Promise<boolean> {
  const posts = files.filter(isMarkdown);
  const pdfs = files.filter(isPdf);
  try {
    if (posts.length > 0) importSurveys(await host.letIn(posts));
  } catch (thrown) {
    toast({ text: problemText(thrown), tone: 'problem' });
  }
  if (pdfs.length > 0) await importPdfs(() => host.letIn(pdfs));
  return posts.length + pdfs.length > 0;
}
