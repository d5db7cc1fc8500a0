// How the pages of the document are shown beyond the zoom: margins cropped away when that is wanted.
import { useEffect } from 'react';
import { fetchDocumentWords } from '../data/page-text.ts';
import { cropBoxes } from './crop-boxes.ts';
import { type Session, useEngineState } from './session.ts';

/** Crops as soon as the document's words are there, and again after the document was opened anew. */
export function useCrop({ engine, sha256 }: Session): void {
  const { status, isCropped } = useEngineState(engine);
  const isWanted = status === 'open' && isCropped;
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    fetchDocumentWords(sha256).then(
      (words) => {
        if (!isGone) engine.crop(cropBoxes(words));
      },
      // A document without words is shown whole.
      () => undefined,
    );
    return () => {
      isGone = true;
      engine.crop(null);
    };
  }, [isWanted, engine, sha256]);
}
