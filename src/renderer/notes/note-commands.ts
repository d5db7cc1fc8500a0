// The note's commands, for keyboard and palette. The keys hold only while the focus is in the note.
import type { Passage } from '#shared/notes.ts';
import type { Command } from '../ui/commands.tsx';
import { messagesIn } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import { afterIdOfMove } from './order.ts';
import { KEYS } from './PassageTools.tsx';

/** What the commands act on. */
export type NoteAt = {
  /** Heading in the palette. */
  group: string;
  passages: readonly Passage[];
  /** The passage last in focus. */
  atId: string | null;
  /** The focus is in the note now. */
  isWithin: boolean;
  /** The highlight clicked in the page. */
  markId: string | null;
  add: () => void;
  addLinked: () => void;
  link: () => void;
  move: (by: -1 | 1) => void;
  split: () => void;
  join: () => void;
};

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');
const label = (key: 'add' | 'addLinked' | 'link' | 'moveUp' | 'moveDown' | 'split' | 'joinNext') => ({
  en: en[key],
  'zh-Hans': zh[key],
});

/** The commands as things stand now. */
export function noteCommands(note: NoteAt): Command[] {
  const { group, passages, atId, isWithin, markId } = note;
  const index = passages.findIndex((passage) => passage.id === atId);
  const at = passages[index];
  const key = (shortcut: string) => (isWithin ? { shortcut } : {});
  const canMove = (by: -1 | 1) => at !== undefined && afterIdOfMove(passages, at.id, by) !== undefined;
  return [
    { id: 'notes.add', label: label('add'), group, run: note.add, ...key(KEYS.add) },
    { id: 'notes.addLinked', label: label('addLinked'), group, run: note.addLinked, enabled: markId !== null },
    {
      id: 'notes.link',
      label: label('link'),
      group,
      run: note.link,
      enabled: at !== undefined && markId !== null && !at.annotationIds.includes(markId),
      ...key(KEYS.link),
    },
    {
      id: 'notes.moveUp',
      label: label('moveUp'),
      group,
      run: () => note.move(-1),
      enabled: canMove(-1),
      ...key(KEYS.up),
    },
    {
      id: 'notes.moveDown',
      label: label('moveDown'),
      group,
      run: () => note.move(1),
      enabled: canMove(1),
      ...key(KEYS.down),
    },
    { id: 'notes.split', label: label('split'), group, run: note.split, enabled: at !== undefined, ...key(KEYS.split) },
    {
      id: 'notes.join',
      label: label('joinNext'),
      group,
      run: note.join,
      enabled: at !== undefined && index < passages.length - 1,
      ...key(KEYS.join),
    },
  ];
}
