// Which of a paper's files is shown: the one the address names, the one the annotation to show is in, the one last chosen, the first that can be shown.
import { useCallback, useState } from 'react';
import type { Paper, PaperFile } from '#shared/papers.ts';
import { useRead } from '../data/read.ts';
import { type Route, useRoute } from '../ui/navigation.tsx';

/** The file to show first: one that is fine, if there is one. Pure. */
export const firstFile = (files: readonly PaperFile[]): PaperFile | null =>
  files.find((file) => file.state === 'ready') ?? files.find((file) => file.state === 'unread') ?? files[0] ?? null;

/** Can its pages be shown? The core already knows which files are locked, damaged or gone. Pure. */
export const canShow = ({ state }: PaperFile): boolean => state === 'ready' || state === 'unread';

/** The file and the way to choose another; undefined while it is not known yet, null when the paper has none. */
export function useFile(paper: Paper | undefined): {
  file: PaperFile | null | undefined;
  choose: (sha256: string) => void;
} {
  const route = useRoute();
  const [last, setLast] = useState<{ route: Route; sha256: string } | null>(null);
  const { sha256, annotationId } = route.view === 'reader' ? route : {};
  const mustAsk = annotationId !== undefined && sha256 === undefined && (paper?.files.length ?? 0) > 1;
  const asked = useRead('annotations', 'get', { id: annotationId ?? '' }, { enabled: mustAsk });
  const wanted = sha256 ?? (mustAsk ? asked.data?.sha256 : undefined);
  // Each arrival may name a file; after it the user's own choice holds.
  if (wanted && last?.route !== route) setLast({ route, sha256: wanted });

  const choose = useCallback((hash: string) => setLast({ route, sha256: hash }), [route]);
  if (!paper || (mustAsk && asked.isPending)) return { file: undefined, choose };
  const file = paper.files.find((each) => each.sha256 === last?.sha256) ?? firstFile(paper.files);
  return { file, choose };
}
