// What annotations need of the window wherever it is: the palette's dialog, and word of marks that were carried over.
import { useEffect, useState } from 'react';
import { onJob } from '../data/events.ts';
import { useCommands } from '../ui/commands.tsx';
import { messagesIn } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import { PaletteEditor } from './PaletteEditor.tsx';
import { tellReanchored } from './report.ts';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

/** Mounted once, by the shell. */
export function AnnotationExtras() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onJob(tellReanchored), []);
  useCommands([
    {
      id: 'annotations.palette',
      label: { en: en.paletteTitle, 'zh-Hans': zh.paletteTitle },
      run: () => setOpen(true),
    },
    {
      id: 'annotations.all',
      label: { en: en.allTitle, 'zh-Hans': zh.allTitle },
      group: 'go',
      run: () => go({ view: 'annotations' }),
    },
  ]);
  return <PaletteEditor isOpen={isOpen} onClose={() => setOpen(false)} />;
}
