// Files dropped anywhere in the window: Markdown is shown for import, PDFs go into the store.
import { useEffect, useState } from 'react';
import { droppedFiles, takeIn } from '../library/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';
import styles from './WindowDrop.module.css';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Covers the window while files are dragged over it. A part of the window that takes a drop itself prevents its default. */
export function WindowDrop() {
  const m = useMessages(messages);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const leave = () => {
      depth = 0;
      setOver(false);
    };
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = () => {
      depth -= 1;
      if (depth <= 0) leave();
    };
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // A part of the window that takes the drop itself says so itself.
      setOver(!event.defaultPrevented);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent) => {
      leave();
      if (event.defaultPrevented || !hasFiles(event) || !event.dataTransfer) return;
      // Without this a browser would leave the app and show the file.
      event.preventDefault();
      void droppedFiles(event.dataTransfer)
        .then(takeIn)
        .then((isTaken) => {
          if (!isTaken) toast({ text: m.dropNothing });
        });
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [m]);
  if (!isOver) return null;
  return (
    <div className={styles.cover} aria-hidden>
      <p className={styles.what}>{m.drop}</p>
      <p>{m.dropText}</p>
    </div>
  );
}
