// Images pasted or dropped into a field: stored in the library, then named in the text.
import { markdownImage } from '#shared/links.ts';
import { upload } from '../../data/urls.ts';
import { write } from '../../data/write.ts';

const isImage = (file: File): boolean => /^image\/(png|jpeg|gif|webp)$/.test(file.type);

/** The images among what was pasted or dropped. A copied table comes with a picture of itself: then its text counts. */
export function imagesIn(data: DataTransfer | null): File[] {
  if (!data || data.getData('text/plain').trim() !== '') return [];
  return [...data.files].filter(isImage);
}

/** Does a drag carry files that may be images? Their names are not told before the drop. */
export const mayHaveImages = (data: DataTransfer): boolean =>
  [...data.items].some((item) => item.kind === 'file' && /^image\/(png|jpeg|gif|webp)$/.test(item.type));

/** Stores the images and answers their Markdown, one below the other. Failures are said by the writer. */
export async function storeImages(files: readonly File[]): Promise<string> {
  const lines: string[] = [];
  for (const file of files) {
    const { sha256 } = await write('notes', 'addImage', { source: await upload(file) });
    lines.push(markdownImage(file.name.replace(/\.[a-z]+$/iu, ''), sha256));
  }
  return lines.join('\n\n');
}
