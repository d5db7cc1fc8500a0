// The password of a locked file: known already, or given now.
import { useState } from 'react';
import type { PaperFile } from '#shared/papers.ts';
import { useRead } from '../../data/read.ts';

/** `password` is null where none is known; `give` takes one that has proved right. */
export function useLock(file: PaperFile | null): {
  password: string | null;
  isPending: boolean;
  give: (password: string) => void;
} {
  const [given, setGiven] = useState<{ sha256: string; password: string } | null>(null);
  const isLocked = file?.state === 'locked';
  const sha256 = file?.sha256 ?? '';
  const known = useRead('files', 'password', { sha256 }, { enabled: isLocked });
  const password = given?.sha256 === sha256 ? given.password : (known.data ?? null);
  return {
    password: isLocked ? password : null,
    isPending: isLocked && known.isPending,
    give: (word) => setGiven({ sha256, password: word }),
  };
}
