// The tags of one thing, from two answers that every card on screen shares.
import { useMemo } from 'react';
import type { Tag, TaggedKind } from '#shared/tags.ts';
import { useRead } from '../data/read.ts';

/** The tags on a thing, and all there are; both empty while they are read. */
export function useTags(kind: TaggedKind, targetId: string): { own: Tag[]; all: Tag[] } {
  const all = useRead('tags', 'list', {}).data;
  const ids = useRead('tags', 'taggings', { kind }).data?.[targetId];
  return useMemo(() => {
    const byId = new Map(all?.map((tag) => [tag.id, tag]));
    return { all: all ?? [], own: (ids ?? []).flatMap((id) => byId.get(id) ?? []) };
  }, [all, ids]);
}
