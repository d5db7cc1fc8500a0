// Takes the pointer while a drawing tool is in hand: areas and texts are dragged, notes pressed, ink drawn.
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Annotation, AnnotationColor, ShapeKind } from '#shared/annotations.ts';
import { drawShape } from '../marking.ts';
import type { PdfEngine } from '../pdf/index.ts';
import { useMessages } from '../../ui/i18n.tsx';
import { boxShape, extendStroke, type Spot } from './drawing.ts';
import { takeTool } from './tool.ts';
import { toolMessages } from './tool-messages.ts';
import styles from './ToolLayer.module.css';

type Props = {
  engine: PdfEngine;
  sha256: string;
  tool: ShapeKind;
  color: AnnotationColor;
  /** Opens the panel of what was drawn. */
  onDrawn: (annotation: Annotation) => void;
};

/** Strokes that follow each other within this time are one drawing. */
const SAME_DRAWING_MS = 900;
type Client = { x: number; y: number };

/** Lies over the scroller; the wheel still moves the pages. */
export function ToolLayer({ engine, sha256, tool, color, onDrawn }: Props) {
  const text = useMessages(toolMessages);
  const layer = useRef<HTMLDivElement>(null);
  const from = useRef<(Spot & { client: Client }) | null>(null);
  const strokes = useRef<{ page: number; list: number[][] }>({ page: 0, list: [] });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [trail, setTrail] = useState<Client[][]>([]);
  const [box, setBox] = useState<{ a: Client; b: Client } | null>(null);

  const draw = useCallback(
    (shape: Parameters<typeof drawShape>[3]) => {
      // What goes wrong is said by the writer.
      drawShape(sha256, tool, color, shape).then(
        (made) => tool !== 'ink' && onDrawn(made),
        () => undefined,
      );
    },
    [sha256, tool, color, onDrawn],
  );
  const finishInk = useCallback(() => {
    clearTimeout(timer.current);
    const { page, list } = strokes.current;
    strokes.current = { page: 0, list: [] };
    setTrail([]);
    if (list.length > 0) draw({ page, strokes: list, sizePt: 1.5 });
  }, [draw]);
  // The tool is laid down, or the pages move under a drawing: what is drawn is kept.
  useEffect(() => {
    const stop = engine.onView(finishInk);
    return () => {
      stop();
      finishInk();
    };
  }, [engine, finishInk]);

  const at = (event: PointerEvent): Client => {
    const view = layer.current?.getBoundingClientRect();
    return { x: event.clientX - (view?.left ?? 0), y: event.clientY - (view?.top ?? 0) };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const spot = event.button === 0 ? engine.locate(event.clientX, event.clientY) : null;
    if (!spot?.isOnPage) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { ...spot, client: at(event) };
    if (tool !== 'ink') return;
    clearTimeout(timer.current);
    if (strokes.current.page !== spot.page && strokes.current.list.length > 0) finishInk();
    strokes.current.page = spot.page;
    const stroke: number[] = [];
    extendStroke(stroke, spot);
    strokes.current.list.push(stroke);
    setTrail((lines) => [...lines, [at(event)]]);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const start = from.current;
    if (!start) return;
    const spot = engine.locate(event.clientX, event.clientY);
    if (tool === 'ink') {
      const stroke = strokes.current.list.at(-1);
      if (!spot || spot.page !== start.page || !stroke) return;
      extendStroke(stroke, spot);
      setTrail((lines) => [...lines.slice(0, -1), [...(lines.at(-1) ?? []), at(event)]]);
    } else setBox({ a: start.client, b: at(event) });
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    const start = from.current;
    from.current = null;
    setBox(null);
    if (!start) return;
    if (tool === 'ink') {
      timer.current = setTimeout(finishInk, SAME_DRAWING_MS);
      return;
    }
    const end = engine.locate(event.clientX, event.clientY);
    const shape = boxShape(tool, start, end && end.page === start.page ? end : start);
    if (!shape) return;
    takeTool(null);
    draw(shape);
  };
  return (
    <div
      ref={layer}
      className={styles.layer}
      data-tool={tool}
      role="application"
      aria-label={text.drawing(tool)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onWheel={(event) => engine.container.scrollBy({ left: event.deltaX, top: event.deltaY })}
    >
      <svg className={styles.sketch} aria-hidden>
        {box && tool !== 'note' && (
          <rect
            x={Math.min(box.a.x, box.b.x)}
            y={Math.min(box.a.y, box.b.y)}
            width={Math.abs(box.a.x - box.b.x)}
            height={Math.abs(box.a.y - box.b.y)}
            fill={`var(--mark-${color})`}
            fillOpacity={0.15}
            stroke={`var(--mark-${color})`}
          />
        )}
        {trail.map((line, index) => (
          <polyline
            // oxlint-disable-next-line react/no-array-index-key -- strokes are only added
            key={index}
            points={line.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke={`var(--mark-${color})`}
            strokeWidth={2}
            strokeLinecap="round"
          />
        ))}
      </svg>
      <p className={styles.hint} role="status">
        {text.hint(tool)}
      </p>
    </div>
  );
}
