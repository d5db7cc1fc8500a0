// What can be done with the selected words or the lit mark: mark, recolour, link, note, copy, remove.
import { useCallback, useMemo, useState } from 'react';
import type { Annotation, AnnotationColor, TextKind } from '#shared/annotations.ts';
import { isColor, removeAnnotation } from '../annotations/index.ts';
import { useSetting } from '../data/setting.ts';
import { write } from '../data/write.ts';
import type { MarkToLink } from '../findings/index.ts';
import { focusField, passageFieldKey } from '../notes/index.ts';
import { setActive } from '../ui/active.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { toast } from '../ui/toast-queue.ts';
import { type Look, makeFinding, markSelection, noteSelection } from './marking.ts';
import { messages } from './messages.ts';
import type { Session } from './session.ts';

export type Marking = {
  /** The colour of the next mark: the last one used. */
  color: AnnotationColor;
  highlight: (color: AnnotationColor) => void;
  recolor: (annotationId: string, color: AnnotationColor) => void;
  /** Marks the selection in another way: underlined, struck out. */
  mark: (kind: TextKind) => void;
  /** Gives a mark the selected words for its own. */
  moveHere: (annotationId: string) => void;
  /** Cuts a mark in two where the selection begins. */
  splitHere: (annotationId: string) => void;
  /** Opens the picker for the selection, or else for the given mark; the selection is marked once a finding is chosen. */
  link: (annotationId: string | null) => void;
  /** Marks the selection, or takes the given mark, and adds a passage on it to the note. */
  note: (annotationId: string | null) => void;
  copy: () => void;
  remove: (annotationId: string) => void;
  /** What is being linked to a finding. */
  linking: MarkToLink | null;
  doneLinking: () => void;
};

/** `onNoted` shows the notes, with the new passage. */
export function useMarking(session: Session, paperId: string, onNoted: () => void): Marking {
  const m = useMessages(messages);
  const [color, setColor] = useSetting<AnnotationColor>('layout.mark', 'yellow', isColor);
  const [linking, setLinking] = useState<MarkToLink | null>(null);

  const mark = useCallback(
    (look: Partial<Look>, then?: (annotation: Annotation) => unknown) => {
      // What goes wrong is said by the writer, and the selection stays for another try.
      markSelection(session, { kind: 'highlight', color, ...look })
        .then((annotation) => annotation && then?.(annotation))
        .catch(() => undefined);
    },
    [session, color],
  );
  const addNote = useCallback(
    async (annotationId: string | null) => {
      const passage = session.selection.isEmpty()
        ? annotationId && (await write('notes', 'addPassage', { paperId, annotationIds: [annotationId] }))
        : await noteSelection(session, color, paperId);
      if (!passage) return;
      setActive({ annotationId: passage.annotationIds[0] ?? null, passageId: passage.id });
      onNoted();
      focusField(passageFieldKey(passage.id, 'primary'));
    },
    [session, color, paperId, onNoted],
  );

  return useMemo(
    () => ({
      color,
      highlight: (chosen) => {
        setColor(chosen);
        mark({ color: chosen });
      },
      recolor: (id, chosen) => {
        setColor(chosen);
        write('annotations', 'update', { id, color: chosen }).catch(() => undefined);
      },
      mark: (kind) => mark({ kind }),
      moveHere: (id) => {
        const ranges = session.selection.get().ranges.map(({ page, start, end }) => ({ page, start, end }));
        write('annotations', 'place', { id, sha256: session.sha256, ranges }).then(
          () => session.selection.clear(),
          () => undefined,
        );
      },
      splitHere: (id) => {
        const [first] = session.selection.get().ranges;
        if (!first) return;
        write('annotations', 'split', { id, at: { page: first.page, offset: first.start } }).then(
          () => session.selection.clear(),
          () => undefined,
        );
      },
      link: (annotationId) => {
        if (!session.selection.isEmpty()) {
          const look: Look = { kind: 'highlight', color };
          setLinking({
            quote: session.selection.quote(),
            color,
            make: (finding) => markSelection(session, look, finding),
            makeFinding: (start) => makeFinding(session, look, start),
          });
        } else if (annotationId) setLinking({ annotationId });
      },
      // What goes wrong is said by the writer, and the selection stays for another try.
      note: (annotationId) => void addNote(annotationId).catch(() => undefined),
      copy: () => {
        const words = session.selection.quote();
        void navigator.clipboard.writeText(words).then(() => toast({ text: m.copied }));
      },
      remove: (id) => {
        removeAnnotation(id).catch(() => undefined);
      },
      linking,
      doneLinking: () => {
        setLinking(null);
        focusIfNowhere(session.engine.container);
      },
    }),
    [color, setColor, mark, addNote, session, m.copied, linking],
  );
}

/** The dialog gives the focus back to the button it came from, which may be gone with the selection. */
function focusIfNowhere(element: HTMLElement): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) element.focus({ preventScroll: true });
    }),
  );
}
