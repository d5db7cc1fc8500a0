// What was found for findings unasked, and which finding's suggestions are open.
import { useCallback, useMemo, useState } from 'react';
import { useRead } from '../data/read.ts';

/** Numbers of passages offered, by finding; and the one finding whose suggestions are shown. */
export function useOffers(paperId: string | undefined): {
  offered: ReadonlyMap<string, number>;
  suggestingId: string | null;
  suggest: (findingId: string, isOpen: boolean) => void;
} {
  const offers = useRead('findings', 'offers', paperId ? { paperId } : {}).data;
  const [suggestingId, setSuggesting] = useState<string | null>(null);
  const offered = useMemo(
    () => new Map(offers?.map(({ findingId, suggestions }) => [findingId, suggestions.length])),
    [offers],
  );
  const suggest = useCallback((findingId: string, isOpen: boolean) => {
    setSuggesting((open) => (isOpen ? findingId : open === findingId ? null : open));
  }, []);
  return { offered, suggestingId, suggest };
}
