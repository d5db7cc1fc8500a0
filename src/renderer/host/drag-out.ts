// Elements that stand for a stored PDF can be dragged out of the window, as the file.
import { host } from './host.ts';

/** A ref for such an element. The keyboard's way to the same is the export of the file. */
export const dragsOut =
  (file: { sha256: string; name: string }) =>
  (element: HTMLElement | null): (() => void) | undefined => {
    if (!element) return undefined;
    const onStart = (event: DragEvent): void => host.dragPdf(event, file);
    element.draggable = true;
    element.addEventListener('dragstart', onStart);
    return () => element.removeEventListener('dragstart', onStart);
  };
