// The suggestions for one finding: read from its paper, and on request from the library; taken, turned down.
import { useCallback, useState } from 'react';
import type { Stance } from '#shared/annotations.ts';
import type { Suggestion } from '#shared/findings.ts';
import { runJob } from '../data/job.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';

/** Identity of a passage within a list. */
export const keyOf = ({ sha256, ranges }: Pick<Suggestion, 'sha256' | 'ranges'>): string =>
  `${sha256}:${ranges.map(({ page, start, end }) => `${page}.${start}-${end}`).join()}`;

export type Suggestions = {
  /** Undefined while they are looked for. */
  list: Suggestion[] | undefined;
  failed: boolean;
  /** Looks through every paper of the library; null when it was not asked for. */
  library: { isLooking: boolean; done: number; total: number } | null;
  lookInLibrary: () => void;
  accept: (suggestion: Suggestion, stance: Stance) => Promise<void>;
  dismiss: (suggestion: Suggestion) => Promise<void>;
};

/** Suggestions for a finding, best first; what was just taken or turned down is gone at once. */
export function useSuggestions(findingId: string): Suggestions {
  const text = useMessages(messages);
  const { data, error } = useRead('findings', 'suggest', { findingId });
  const [elsewhere, setElsewhere] = useState<Suggestion[]>([]);
  const [library, setLibrary] = useState<Suggestions['library']>(null);
  /** What was taken or turned down here, and the answer it was still in. */
  const [gone, setGone] = useState<ReadonlyMap<string, Suggestion[] | undefined>>(new Map());

  const lookInLibrary = useCallback(() => {
    setLibrary({ isLooking: true, done: 0, total: 0 });
    runJob('findings', 'suggestInLibrary', { findingId, limit: 20 }, ({ done, total }) =>
      setLibrary({ isLooking: true, done, total }),
    ).then(
      (found) => {
        setElsewhere(found);
        setLibrary({ isLooking: false, done: 1, total: 1 });
      },
      // The job list says what went wrong.
      () => setLibrary(null),
    );
  }, [findingId]);

  const back = useCallback(
    (suggestion: Suggestion) => setGone((before) => new Map([...before].filter(([key]) => key !== keyOf(suggestion)))),
    [],
  );
  const without = useCallback(
    async (suggestion: Suggestion, act: () => Promise<unknown>) => {
      setGone((before) => new Map(before).set(keyOf(suggestion), data));
      // Told in a toast; the passage is offered again.
      await act().catch(() => back(suggestion));
    },
    [back, data],
  );

  const accept = useCallback(
    (suggestion: Suggestion, stance: Stance) =>
      without(suggestion, async () => {
        const { sha256 } = suggestion;
        const ranges = suggestion.ranges.map(({ page, start, end }) => ({ page, start, end }));
        const finding = await write('findings', 'accept', { findingId, sha256, ranges, stance });
        const made = finding.evidence.at(-1);
        offerUndo(text.accepted, 'evidence.accept', async () => {
          if (made) await write('findings', 'unlink', { evidenceId: made.id });
          back(suggestion);
        });
      }),
    [without, back, findingId, text],
  );
  const dismiss = useCallback(
    (suggestion: Suggestion) =>
      without(suggestion, async () => {
        const { sha256 } = suggestion;
        const ranges = suggestion.ranges.map(({ page, start, end }) => ({ page, start, end }));
        await write('findings', 'dismiss', { findingId, sha256, ranges });
        offerUndo(text.dismissed, 'evidence.dismiss', async () => {
          await write('findings', 'dismiss', { findingId, sha256, ranges, isBack: true });
          back(suggestion);
        });
      }),
    [without, back, findingId, text],
  );

  // The next answer leaves out what is settled, and has it again once that is undone.
  const own = (data ?? []).filter((one) => !gone.has(keyOf(one)) || gone.get(keyOf(one)) !== data);
  const known = new Set(own.map(keyOf));
  const all = [...own, ...elsewhere.filter((one) => !known.has(keyOf(one)) && !gone.has(keyOf(one)))];
  return { list: data && all, failed: error !== null, library, lookInLibrary, accept, dismiss };
}
