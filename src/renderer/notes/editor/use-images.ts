// Pasting and dropping images on a field.
import { type ClipboardEvent, type DragEvent, type RefObject, useState } from 'react';
import { imagesIn, mayHaveImages, storeImages } from './images.ts';
import { insertAt } from './insert.ts';

/** `append` adds Markdown where the field is not being written in. */
export function useImages(
  field: RefObject<HTMLTextAreaElement | null>,
  append: (markdown: string) => void,
): {
  isStoring: boolean;
  /** True when the paste was an image. */
  paste: (event: ClipboardEvent<HTMLTextAreaElement>) => boolean;
  drop: { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };
} {
  const [isStoring, setStoring] = useState(false);
  const store = async (files: readonly File[]): Promise<void> => {
    setStoring(true);
    try {
      const markdown = await storeImages(files);
      const element = field.current;
      if (element && element === document.activeElement) {
        insertAt(element, element.selectionStart, element.selectionEnd, markdown);
      } else append(markdown);
    } catch {
      // What went wrong was said; the text is as it was.
    } finally {
      setStoring(false);
    }
  };
  return {
    isStoring,
    paste: (event) => {
      const files = imagesIn(event.clipboardData);
      if (files.length === 0) return false;
      event.preventDefault();
      void store(files);
      return true;
    },
    drop: {
      onDragOver: (event) => {
        if (mayHaveImages(event.dataTransfer)) event.preventDefault();
      },
      onDrop: (event) => {
        const files = imagesIn(event.dataTransfer);
        if (files.length === 0) return;
        event.preventDefault();
        void store(files);
      },
    },
  };
}
