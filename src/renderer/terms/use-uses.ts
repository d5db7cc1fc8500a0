// Where a term is used, gathered answer by answer: what the user wrote first, then paper after paper.
import { useEffect, useState } from 'react';
import type { TermUse } from '#shared/terms.ts';
import { client } from '../data/client.ts';

export type Gathered = { uses: TermUse[]; searched: number; total: number; isDone: boolean };

const NOTHING: Gathered = { uses: [], searched: 0, total: 0, isDone: false };
/** More than this nobody reads; the rest on request. */
const STRETCH = 300;

/** The uses of a term; `version` begins anew when the term changed. `more` gathers another stretch. */
export function useUses(termId: string, version: number): Gathered & { more: (() => void) | null } {
  const [gathered, setGathered] = useState(NOTHING);
  const [limit, setLimit] = useState(STRETCH);
  const [next, setNext] = useState<number | null>(0);
  const [of, setOf] = useState(`${termId} ${version}`);
  if (of !== `${termId} ${version}`) {
    setOf(`${termId} ${version}`);
    setGathered(NOTHING);
    setNext(0);
    setLimit(STRETCH);
  }
  const isFull = gathered.uses.length >= limit;
  useEffect(() => {
    if (next === null || isFull) return;
    const stop = new AbortController();
    client.terms.uses({ id: termId, after: next }, { signal: stop.signal }).then(
      (answer) => {
        if (stop.signal.aborted) return;
        setGathered((before) => ({
          uses: [...before.uses, ...answer.uses],
          searched: answer.searched,
          total: answer.total,
          isDone: answer.next === null,
        }));
        setNext(answer.next);
      },
      () => !stop.signal.aborted && setNext(null),
    );
    return () => stop.abort();
  }, [termId, next, isFull]);
  const more = next !== null && isFull ? () => setLimit(limit + STRETCH) : null;
  return { ...gathered, more };
}
