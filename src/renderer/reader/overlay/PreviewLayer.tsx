// The passage being looked at before it is taken as evidence: framed on its page, and brought into view.
import { useEffect } from 'react';
import { type Preview, usePreview } from '../../findings/index.ts';
import type { PageFrame, PdfEngine } from '../pdf/index.ts';
import styles from './Overlay.module.css';
import { fillPath } from './shapes.ts';

/** Brings the first words of the passage into view, each time another one is looked at. */
export function usePreviewInView(engine: PdfEngine, sha256: string, isOpen: boolean): void {
  const preview = usePreview(sha256);
  const first = preview?.ranges[0];
  useEffect(() => {
    const rect = first?.rects[0];
    if (isOpen && first && rect) void engine.reveal(first.page, rect);
  }, [engine, isOpen, first]);
}

/** Draws the passage's part of one page. */
export function PreviewLayer({ sha256, page, frame }: { sha256: string; page: number; frame: PageFrame }) {
  const preview: Preview | null = usePreview(sha256);
  const rects = preview?.ranges.flatMap((range) => (range.page === page ? range.rects : [])) ?? [];
  if (rects.length === 0) return null;
  return (
    <svg
      className={styles.flashes}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path className={styles.preview} data-preview="" d={fillPath(frame, rects)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
