// What can be done to findings and their evidence, with saving first, focus and Undo toasts around it.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Stance } from '#shared/annotations.ts';
import type { Confidence, Evidence, Finding } from '#shared/findings.ts';
import type { Side } from '#shared/values.ts';
import { client } from '../data/client.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { flushEdits } from '../data/unsaved.ts';
import { focusField } from '../notes/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';

/** The key of a finding's field, for drafts and focus. */
export const fieldKeyOf = (findingId: string, side: Side): string => `finding:${findingId}:${side}`;

/** What a new finding starts with. */
export type NewFinding = {
  paperId: string | null;
  primary?: string;
  secondary?: string;
  /** Its first evidence. */
  annotationId?: string;
  stance?: Stance;
};

/** Everything one can do to findings. Rejections have been told to the user already. */
export type FindingActions = {
  create: (start: NewFinding) => Promise<Finding>;
  /** Makes an empty finding and starts writing it. */
  begin: (start: NewFinding) => Promise<void>;
  edit: (id: string, side: Side, text: string) => Promise<void>;
  confirm: (id: string) => Promise<void>;
  setConfidence: (id: string, confidence: Confidence | null) => Promise<void>;
  /** Moves it to the trash, with an Undo toast. */
  remove: (id: string) => Promise<void>;
  link: (findingId: string, annotationId: string, stance?: Stance) => Promise<void>;
  setStance: (evidenceId: string, stance: Stance) => Promise<void>;
  comment: (evidenceId: string, comment: string) => Promise<void>;
  /** Takes a link back silently: to the stance it had before, or away. */
  unlinkMark: (findingId: string, annotationId: string, before: Stance | undefined) => Promise<void>;
  /** Unlinks, with an Undo toast that brings back stance and comment. */
  unlink: (evidence: Evidence) => Promise<void>;
};

/** Shows a stored finding at once wherever it is listed; reads already on their way may be older and start over. */
function take(cache: QueryClient, finding: Finding): void {
  cache.setQueriesData<Finding[]>({ queryKey: ['findings', 'list'] }, (list) =>
    list?.map((one) => (one.id === finding.id ? finding : one)),
  );
  cache.setQueryData<Finding>(['findings', 'get', { id: finding.id }], finding);
  void cache.invalidateQueries({ queryKey: ['findings'] });
}

/** The actions, stable while the interface's language is. */
export function useFindingActions(): FindingActions {
  const cache = useQueryClient();
  const text = useMessages(messages);
  return useMemo((): FindingActions => {
    const create = async (start: NewFinding) => {
      await flushEdits();
      return write('findings', 'create', start);
    };
    const link = async (findingId: string, annotationId: string, stance: Stance = 'supports') =>
      take(cache, await write('findings', 'link', { findingId, annotationId, stance }));
    const comment = async (evidenceId: string, words: string) =>
      take(cache, await write('findings', 'comment', { evidenceId, comment: words }));
    const relink = async ({ findingId, annotationId, stance, comment: words }: Evidence) => {
      const finding = await write('findings', 'link', { findingId, annotationId, stance });
      take(cache, finding);
      const again = finding.evidence.find((one) => one.annotationId === annotationId);
      if (words && again && again.comment !== words) await comment(again.id, words);
    };
    return {
      create,
      begin: async (start) => {
        const { id } = await create(start);
        focusField(fieldKeyOf(id, 'primary'));
      },
      edit: async (id, side, words) => take(cache, await write('findings', 'edit', { id, side, text: words })),
      setConfidence: async (id, confidence) =>
        take(cache, await write('findings', 'setConfidence', { id, confidence })),
      confirm: async (id) => take(cache, await write('findings', 'confirm', { id })),
      remove: async (id) => {
        await flushEdits();
        await write('findings', 'remove', { id });
        offerUndo(text.removed, 'finding.remove', () => write('findings', 'restore', { id }));
      },
      link,
      setStance: async (evidenceId, stance) =>
        take(cache, await write('findings', 'setStance', { evidenceId, stance })),
      comment,
      unlinkMark: async (findingId, annotationId, before) => {
        if (before) return link(findingId, annotationId, before);
        const { evidence } = await client.findings.get({ id: findingId });
        const linked = evidence.find((one) => one.annotationId === annotationId);
        if (linked) take(cache, await write('findings', 'unlink', { evidenceId: linked.id }));
      },
      unlink: async (evidence) => {
        await flushEdits();
        take(cache, await write('findings', 'unlink', { evidenceId: evidence.id }));
        offerUndo(text.unlinked, 'evidence.unlink', () => relink(evidence));
      },
    };
  }, [cache, text]);
}
