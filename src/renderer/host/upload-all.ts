// Hands files to the core one after the other.
import { upload } from '../data/urls.ts';
import type { PickedFile } from './host.ts';

/** Uploads every file; rejects with the AppError of the first that is not let in. */
export async function uploadAll(
  files: readonly File[],
  onProgress?: (done: number, total: number) => void,
): Promise<PickedFile[]> {
  const picked: PickedFile[] = [];
  for (const file of files) {
    onProgress?.(picked.length, files.length);
    picked.push({ name: file.name, source: await upload(file) });
  }
  return picked;
}
