// A piece of a page around a mark, painted by pdf.js with the mark over it.
import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '#shared/annotations.ts';
import { useMessages } from '../ui/i18n.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { messages } from './messages.ts';
import styles from './PageCrop.module.css';
import { cropOf } from './crop.ts';
import { type Box, displayBox, type PageFrame, paintPage } from './pdf/index.ts';

type Props = {
  annotation: Annotation;
  /** Of the shown piece, in CSS pixels. */
  widthPx: number;
  /** The whole page instead of the piece around the mark. */
  isWhole: boolean;
};

/** The page of the mark's first words. */
export function PageCrop({ annotation, widthPx, isWhole }: Props) {
  const m = useMessages(messages);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [frame, setFrame] = useState<PageFrame | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { sha256, anchor, color } = annotation;
  const range = anchor.ranges[0];
  const page = range?.page ?? 1;
  useEffect(() => {
    const stop = new AbortController();
    const element = canvas.current;
    const scaleOf = (of: PageFrame) => {
      const rects = anchor.ranges[0]?.rects ?? [];
      const piece = cropOf(
        of,
        rects.map((rect) => displayBox(of, rect)),
        isWhole,
      );
      return (widthPx / piece.width) * Math.min(window.devicePixelRatio || 1, 2);
    };
    if (element) {
      paintPage(element, { sha256, page, scaleOf }, stop.signal)
        .then((painted) => {
          if (!painted || stop.signal.aborted) return;
          setFrame(painted);
          setFailed(false);
        })
        .catch(() => {
          if (!stop.signal.aborted) setFailed(true);
        });
    }
    return () => stop.abort();
  }, [anchor, sha256, page, widthPx, isWhole]);

  const boxes: Box[] = frame ? (range?.rects ?? []).map((rect) => displayBox(frame, rect)) : [];
  const crop = frame ? cropOf(frame, boxes, isWhole) : null;
  const scale = crop ? widthPx / crop.width : 1;
  return (
    <div
      className={styles.crop}
      style={{ height: crop ? crop.height * scale : 240 }}
      role="img"
      aria-label={m.page(anchor.pageLabel)}
    >
      <div
        className={styles.page}
        style={{
          width: frame ? frame.width * scale : widthPx,
          transform: `translate(${-(crop?.left ?? 0) * scale}px, ${-(crop?.top ?? 0) * scale}px)`,
        }}
      >
        <canvas ref={canvas} className={styles.canvas} />
        {boxes.map((box) => (
          <span
            key={`${box.left} ${box.top}`}
            className={styles.mark}
            style={{
              left: box.left * scale,
              top: box.top * scale,
              width: box.width * scale,
              height: box.height * scale,
              background: `var(--page-${color})`,
            }}
          />
        ))}
      </div>
      {!frame && !hasFailed && <Spinner />}
      {hasFailed && <p className={styles.failed}>{m.pageFailed(anchor.pageLabel)}</p>}
    </div>
  );
}
