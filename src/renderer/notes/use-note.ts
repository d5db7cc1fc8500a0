// What can be done to a note, with everything that must happen around it: saving first, focus, toasts.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Note, Passage } from '#shared/notes.ts';
import type { Side } from '#shared/values.ts';
import { useRead } from '../data/read.ts';
import { flushEdits } from '../data/unsaved.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { focusField } from './editor/focus.ts';
import { messages } from './messages.ts';
import { afterIdOfMove, inOrder } from './order.ts';

/** The key of a passage's field, for drafts and focus. */
export const fieldKeyOf = (passageId: string, side: Side): string => `passage:${passageId}:${side}`;

/** Whose note: a paper's, a survey's, or one on nothing in particular. */
export type NoteOwner = { paperId: string } | { surveyId: string } | { noteId: string };

/** Two sides to be added. */
export type Pair = { primary: string; secondary: string };

/** Everything one can do to the passages of a note. Rejections have been told to the user already. */
export type NoteActions = {
  /** Adds a passage after `afterId` (absent: at the end) and starts writing its `side`. */
  add: (options?: { afterId?: string | undefined; side?: Side; annotationIds?: string[] }) => Promise<string>;
  /** Adds several, as pasted, in one step. */
  addAll: (passages: Pair[], afterId: string | null | undefined) => Promise<void>;
  /** `base`: what was written over; `conflict` is left to the field. */
  edit: (id: string, side: Side, text: string, base?: string) => Promise<void>;
  draft: (id: string, side: Side, text: string, by: string) => Promise<void>;
  confirm: (id: string) => Promise<void>;
  /** False when there is nowhere to move. */
  move: (id: string, by: -1 | 1) => Promise<boolean>;
  /** Puts a passage after another (null: first). */
  place: (id: string, afterId: string | null) => Promise<void>;
  /** Moves a passage to the end of another note. */
  moveTo: (id: string, owner: NoteOwner) => Promise<void>;
  /** Splits at the caret; writing goes on in the second part. */
  split: (id: string, side: Side, at: number) => Promise<void>;
  /** Joins with the passage after it; writing goes on in `side` where the two meet. */
  join: (id: string, side: Side) => Promise<void>;
  /** Removes with an Undo toast. */
  remove: (id: string) => Promise<void>;
  link: (id: string, annotationId: string) => Promise<void>;
  /** Unlinks with an Undo toast. */
  unlink: (id: string, annotationId: string) => Promise<void>;
  /** Takes it off its place in the margin. */
  unplace: (id: string) => Promise<void>;
};

/** A note: its passages in order (undefined while they are read), and what can be done to them. */
export function useNote(owner: NoteOwner): {
  passages: Passage[] | undefined;
  hasFailed: boolean;
  actions: NoteActions;
} {
  const [paperId, surveyId, noteId] = [
    'paperId' in owner ? owner.paperId : '',
    'surveyId' in owner ? owner.surveyId : '',
    'noteId' in owner ? owner.noteId : '',
  ];
  const ofPaper = useRead('notes', 'ofPaper', { paperId }, { enabled: paperId !== '' });
  const ofSurvey = useRead('notes', 'ofSurvey', { surveyId }, { enabled: surveyId !== '' });
  const free = useRead('notes', 'get', { id: noteId }, { enabled: noteId !== '' });
  const { data, error } = paperId ? ofPaper : surveyId ? ofSurvey : free;
  const passages = useMemo(() => (data === undefined ? undefined : inOrder(data?.passages ?? [])), [data]);
  const stable = useMemo(
    (): NoteOwner => (paperId ? { paperId } : surveyId ? { surveyId } : { noteId }),
    [paperId, surveyId, noteId],
  );
  const actions = useNoteActions(stable, passages);
  return { passages, hasFailed: error !== null, actions };
}

const keyOf = (owner: NoteOwner): unknown[] => {
  if ('paperId' in owner) return ['notes', 'ofPaper', owner];
  return 'surveyId' in owner ? ['notes', 'ofSurvey', owner] : ['notes', 'get', { id: owner.noteId }];
};

function useNoteActions(owner: NoteOwner, passages: readonly Passage[] | undefined): NoteActions {
  const cache = useQueryClient();
  const text = useMessages(messages);
  return useMemo((): NoteActions => {
    const ordered = passages ?? [];
    const key = keyOf(owner);
    /** Shows the stored passage at once; a read already on its way may be older, so it starts over. */
    const take = (passage: Passage) => {
      cache.setQueryData<Note | null>(key, (note) =>
        note ? { ...note, passages: note.passages.map((one) => (one.id === passage.id ? passage : one)) } : note,
      );
      void cache.invalidateQueries({ queryKey: key });
    };
    const place: NoteActions['place'] = async (id, afterId) =>
      take(await write('notes', 'movePassage', { id, afterId }));
    return {
      add: async ({ afterId, side = 'primary', annotationIds = [] } = {}) => {
        await flushEdits();
        const { id } = await write('notes', 'addPassage', { ...owner, annotationIds, ...(afterId ? { afterId } : {}) });
        focusField(fieldKeyOf(id, side));
        return id;
      },
      addAll: async (pairs, afterId) => {
        await flushEdits();
        const added = await write('notes', 'addPassages', {
          ...owner,
          passages: pairs,
          ...(afterId === undefined ? {} : { afterId }),
        });
        const last = added.at(-1);
        if (last) focusField(fieldKeyOf(last.id, 'primary'));
      },
      edit: async (id, side, words, base) =>
        take(
          await write(
            'notes',
            'editPassage',
            { id, side, text: words, ...(base === undefined ? {} : { base }) },
            { quiet: ['conflict'] },
          ),
        ),
      draft: async (id, side, words, by) => take(await write('notes', 'draftPassage', { id, side, text: words, by })),
      confirm: async (id) => take(await write('notes', 'confirmPassage', { id })),
      move: async (id, by) => {
        const afterId = afterIdOfMove(ordered, id, by);
        if (afterId === undefined) return false;
        await place(id, afterId);
        return true;
      },
      place,
      moveTo: async (id, to) => {
        await flushEdits();
        await write('notes', 'movePassage', { id, ...to });
        offerUndo(text.movedAway, 'passage.move', () => write('notes', 'movePassage', { id, ...owner }));
      },
      split: async (id, side, at) => {
        await flushEdits();
        const { first, second } = await write('notes', 'splitPassage', { id, side, at });
        take(first);
        focusField(fieldKeyOf(second.id, side), 0);
      },
      join: async (id, side) => {
        await flushEdits();
        const next = ordered[ordered.findIndex((passage) => passage.id === id) + 1];
        const joined = await write('notes', 'joinPassages', { id });
        take(joined);
        focusField(fieldKeyOf(id, side), joined[side].length - (next?.[side].trimStart().length ?? 0));
      },
      remove: async (id) => {
        await flushEdits();
        await write('notes', 'removePassage', { id });
        offerUndo(text.removed, 'passage.remove', () => write('notes', 'restorePassage', { id }));
      },
      link: async (id, annotationId) => take(await write('notes', 'linkPassage', { id, annotationId })),
      unlink: async (id, annotationId) => {
        take(await write('notes', 'unlinkPassage', { id, annotationId }));
        offerUndo(text.unlinked, 'passage.unlink', async () =>
          take(await write('notes', 'linkPassage', { id, annotationId })),
        );
      },
      unplace: async (id) => take(await write('notes', 'placePassage', { id, spot: null })),
    };
  }, [cache, owner, passages, text]);
}
