// The editing state of one side, in React: made once per field, fed with what is stored, saved when it goes.
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { sessionDraft } from './draft.ts';
import { countIn } from '../../data/unsaved.ts';
import { createSideText, type SaveSide, type SideSnapshot, type SideText } from './side-text.ts';

/** One side's state and how it looks now. `key` names its draft and must not change while mounted. */
export function useSideText(key: string, stored: string, save: SaveSide): { side: SideText; look: SideSnapshot } {
  const [side] = useState(() => createSideText({ stored, draft: sessionDraft(key), save }));
  useLayoutEffect(() => side.saveWith(save), [side, save]);
  const look = useSyncExternalStore(side.subscribe, side.snapshot, side.snapshot);
  useLayoutEffect(() => side.remote(stored), [side, stored]);
  useEffect(() => {
    const out = countIn(side);
    // A draft from before a reload: saved now, unless the store moved on; then the user chooses.
    const { state, theirs } = side.snapshot();
    if (state === 'unsaved' && theirs === null) void side.flush();
    return () => {
      out();
      void side.flush();
    };
  }, [side]);
  return { side, look };
}
