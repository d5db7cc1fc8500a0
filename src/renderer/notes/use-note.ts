// What can be done to a paper's note, with everything that must happen around it: saving first, focus, toasts.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Note, Passage } from '#shared/notes.ts';
import type { Side } from '#shared/values.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { flushEdits } from '../data/unsaved.ts';
import { focusField } from './editor/focus.ts';
import { messages } from './messages.ts';
import { afterIdOf, afterIdOfMove, inOrder } from './order.ts';

/** The key of a passage's field, for drafts and focus. */
export const fieldKeyOf = (passageId: string, side: Side): string => `passage:${passageId}:${side}`;

/** Everything one can do to the passages of a note. Rejections have been told to the user already. */
export type NoteActions = {
  /** Adds a passage after `afterId` (absent: at the end) and starts writing its `side`. */
  add: (options?: { afterId?: string | undefined; side?: Side; annotationIds?: string[] }) => Promise<string>;
  edit: (id: string, side: Side, text: string) => Promise<void>;
  confirm: (id: string) => Promise<void>;
  /** False when there is nowhere to move. */
  move: (id: string, by: -1 | 1) => Promise<boolean>;
  /** Removes with an Undo toast. */
  remove: (id: string) => Promise<void>;
  link: (id: string, annotationId: string) => Promise<void>;
  /** Unlinks with an Undo toast. */
  unlink: (id: string, annotationId: string) => Promise<void>;
};

/** A paper's note: its passages in order (undefined while they are read), and what can be done to them. */
export function useNote(paperId: string): {
  passages: Passage[] | undefined;
  hasFailed: boolean;
  actions: NoteActions;
} {
  const { data, error } = useRead('notes', 'ofPaper', { paperId });
  const passages = useMemo(() => (data === undefined ? undefined : inOrder(data?.passages ?? [])), [data]);
  const actions = useNoteActions(paperId, passages);
  return { passages, hasFailed: error !== null, actions };
}

function useNoteActions(paperId: string, passages: readonly Passage[] | undefined): NoteActions {
  const cache = useQueryClient();
  const text = useMessages(messages);
  return useMemo((): NoteActions => {
    const ordered = passages ?? [];
    const key = ['notes', 'ofPaper', { paperId }];
    /** Shows the stored passage at once; a read already on its way may be older, so it starts over. */
    const take = (passage: Passage) => {
      cache.setQueryData<Note | null>(key, (note) =>
        note ? { ...note, passages: note.passages.map((one) => (one.id === passage.id ? passage : one)) } : note,
      );
      void cache.invalidateQueries({ queryKey: key });
    };
    return {
      add: async ({ afterId, side = 'primary', annotationIds = [] } = {}) => {
        await flushEdits();
        const { id } = await write('notes', 'addPassage', { paperId, annotationIds, ...(afterId ? { afterId } : {}) });
        focusField(fieldKeyOf(id, side));
        return id;
      },
      edit: async (id, side, words) => take(await write('notes', 'editPassage', { id, side, text: words })),
      confirm: async (id) => take(await write('notes', 'confirmPassage', { id })),
      move: async (id, by) => {
        const afterId = afterIdOfMove(ordered, id, by);
        if (afterId === undefined) return false;
        take(await write('notes', 'movePassage', { id, afterId }));
        return true;
      },
      remove: async (id) => {
        await flushEdits();
        const gone = cache.getQueryData<Note | null>(key)?.passages.find((passage) => passage.id === id);
        const afterId = afterIdOf(ordered, id);
        await write('notes', 'removePassage', { id });
        offerUndo(text.removed, 'passage.remove', async () => {
          if (!gone) return;
          const { primary, secondary, annotationIds } = gone;
          await write('notes', 'addPassage', { paperId, afterId, primary, secondary, annotationIds });
        });
      },
      link: async (id, annotationId) => take(await write('notes', 'linkPassage', { id, annotationId })),
      unlink: async (id, annotationId) => {
        take(await write('notes', 'unlinkPassage', { id, annotationId }));
        offerUndo(text.unlinked, 'passage.unlink', async () =>
          take(await write('notes', 'linkPassage', { id, annotationId })),
        );
      },
    };
  }, [cache, paperId, passages, text]);
}
