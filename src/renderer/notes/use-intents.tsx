// What is done to a passage from its field or its menu: split, join, move away, earlier versions, pasting two languages.
import { Columns2, History, Merge, MoveRight, PinOff, Split } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Passage } from '#shared/notes.ts';
import type { Side } from '#shared/values.ts';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import type { MenuGroup } from '../ui/Menu.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { messages } from './messages.ts';
import { KEYS } from './PassageTools.tsx';
import { looksBilingual } from './paste/bilingual.ts';
import { PasteDialog } from './paste/PasteDialog.tsx';
import type { NoteActions, NoteOwner, Pair } from './use-note.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

type Caret = { id: string; side: Side; at: number };
type Open =
  | { what: 'move'; id: string }
  | { what: 'versions'; id: string; side: Side }
  | { what: 'paste'; id: string; text: string; side: Side; at: number; isEmpty: boolean };

export type Intents = {
  onCaret: (id: string, side: Side, at: number) => void;
  onFieldKey: (passage: Passage, side: Side, event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste: (passage: Passage, event: ClipboardEvent<HTMLTextAreaElement>) => void;
  menuOf: (passage: Passage, isLast: boolean) => MenuGroup[];
  /** Splits where the caret was last, if that is in this passage. */
  split: (id: string) => void;
  joinNext: (id: string) => void;
  /** The dialogs. */
  dialogs: ReactNode;
};

type Options = {
  owner: NoteOwner;
  passages: readonly Passage[];
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
  actions: NoteActions;
  say: (words: string) => void;
};

/** The intents of a note's passages. */
export function useIntents({ owner, passages, languages, actions, say }: Options): Intents {
  const text = useMessages(messages);
  const caret = useRef<Caret | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const done = (work: Promise<unknown>, words: string) => {
    // What went wrong is said by the writer.
    work.then(() => say(words)).catch(() => undefined);
  };
  const split = (id: string) => {
    const at = caret.current;
    if (at?.id === id) done(actions.split(id, at.side, at.at), text.splitDone);
  };
  const join = (id: string, side: Side) => done(actions.join(id, side), text.joinDone);

  const onFieldKey: Intents['onFieldKey'] = (passage, side, event) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (selectionStart !== selectionEnd || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = passages.findIndex(({ id }) => id === passage.id);
    // A key held down deletes; it must not go on into the passage before.
    if (event.repeat) return;
    if (event.key === 'Backspace' && selectionStart === 0 && at > 0) join(passages[at - 1]?.id ?? '', side);
    else if (event.key === 'Delete' && selectionStart === value.length && value !== '' && at < passages.length - 1) {
      join(passage.id, side);
    } else return;
    event.preventDefault();
  };
  const onPaste: Intents['onPaste'] = (passage, event) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!looksBilingual(pasted, { primary: languages.primary.tag, secondary: languages.secondary.tag })) return;
    event.preventDefault();
    const side = caret.current?.id === passage.id ? caret.current.side : 'primary';
    const isEmpty = !passage.primary.trim() && !passage.secondary.trim() && event.currentTarget.value === '';
    setOpen({ what: 'paste', id: passage.id, text: pasted, side, at: event.currentTarget.selectionStart, isEmpty });
  };
  const paste = async (pairs: Pair[], { id, isEmpty }: { id: string; isEmpty: boolean }) => {
    await actions.addAll(pairs, id);
    // The empty passage that was only there to paste into has served.
    if (isEmpty) await actions.remove(id);
  };
  const pastePlain = async ({ id, side, at, text: pasted }: Extract<Open, { what: 'paste' }>) => {
    const stored = passages.find((passage) => passage.id === id)?.[side] ?? '';
    await actions.edit(id, side, stored.slice(0, at) + pasted + stored.slice(at));
  };

  const menuOf: Intents['menuOf'] = (passage, isLast) => [
    {
      id: 'shape',
      entries: [
        {
          id: 'split',
          label: text.split,
          icon: <Split aria-hidden />,
          shortcut: KEYS.split,
          isDisabled: caret.current?.id !== passage.id,
          run: () => split(passage.id),
        },
        {
          id: 'join',
          label: text.joinNext,
          icon: <Merge aria-hidden />,
          shortcut: KEYS.join,
          isDisabled: isLast,
          run: () => join(passage.id, 'primary'),
        },
        {
          id: 'move',
          label: text.moveTo,
          icon: <MoveRight aria-hidden />,
          run: () => setOpen({ what: 'move', id: passage.id }),
        },
        ...(passage.spot
          ? [
              {
                id: 'unplace',
                label: text.unplace,
                icon: <PinOff aria-hidden />,
                run: () => void actions.unplace(passage.id),
              },
            ]
          : []),
      ],
    },
    {
      id: 'versions',
      entries: (['primary', 'secondary'] as const).map((side) => ({
        id: `versions.${side}`,
        label: text.versionsOf(languages[side].name),
        icon: side === 'primary' ? <History aria-hidden /> : <Columns2 aria-hidden />,
        run: () => setOpen({ what: 'versions', id: passage.id, side }),
      })),
    },
  ];

  const at = open && passages.find(({ id }) => id === open.id);
  const dialogs = (
    <>
      {open?.what === 'move' && at && (
        <MoveDialog
          from={owner}
          onClose={close}
          onMove={(to) => void actions.moveTo(at.id, to).catch(() => undefined)}
        />
      )}
      {open?.what === 'versions' && at && (
        <VersionsDialog
          passageId={at.id}
          side={open.side}
          now={at[open.side]}
          language={languages[open.side]}
          onClose={close}
          onRestore={(words) => void actions.edit(at.id, open.side, words, at[open.side]).catch(() => undefined)}
        />
      )}
      {open?.what === 'paste' && (
        <PasteDialog
          text={open.text}
          languages={languages}
          onClose={close}
          onPlain={() => void pastePlain(open).catch(() => undefined)}
          onInsert={(pairs) => void paste(pairs, open).catch(() => undefined)}
        />
      )}
    </>
  );
  return {
    onCaret: (id, side, where) => {
      caret.current = { id, side, at: where };
    },
    onFieldKey,
    onPaste,
    menuOf,
    split,
    joinNext: (id) => join(id, caret.current?.id === id ? caret.current.side : 'primary'),
    dialogs,
  };
}
