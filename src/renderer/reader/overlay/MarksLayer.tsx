// The annotations of one page, drawn: highlights as areas, the other kinds as lines. Positions in display points of the
// page, stretched with it, so that no zoom can shift them.
import { memo } from 'react';
import { isTextKind } from '#shared/annotation.ts';
import type { Direction, PageText } from '#shared/text/model.ts';
import { classes } from '../../ui/classes.ts';
import type { PageFrame } from '../pdf/index.ts';
import type { Mark } from './mark-index.ts';
import { ShapeMark } from './ShapeMark.tsx';
import { fillPath, strokePath, strokeWidth, uprightDirection } from './shapes.ts';
import styles from './Overlay.module.css';

type Props = {
  frame: PageFrame;
  marks: readonly Mark[];
  /** The annotations that are lit. */
  active: ReadonlySet<string>;
  /** Tells how the words run; without it they are taken to run from left to right. */
  text: PageText | undefined;
};

/** Draws the marks; the lit ones last, outlined. */
export const MarksLayer = memo(function MarksLayer({ frame, marks, active, text }: Props) {
  if (marks.length === 0) return null;
  const ordered = active.size === 0 ? marks : marks.toSorted((a, b) => rank(a, active) - rank(b, active));
  return (
    <svg className={styles.marks} viewBox={`0 0 ${frame.width} ${frame.height}`} preserveAspectRatio="none" aria-hidden>
      {ordered.map((mark, index) => (
        <MarkShape
          key={`${mark.annotation.id} ${index}`}
          frame={frame}
          mark={mark}
          isActive={active.has(mark.annotation.id)}
          dir={uprightDirection(text, mark.start)}
        />
      ))}
    </svg>
  );
});

const rank = ({ annotation }: Mark, active: ReadonlySet<string>): number => (active.has(annotation.id) ? 1 : 0);

type ShapeProps = { frame: PageFrame; mark: Mark; isActive: boolean; dir: Direction };

function MarkShape({ frame, mark, isActive, dir }: ShapeProps) {
  const { kind, color, id } = mark.annotation;
  const { rects } = mark;
  // A lit highlight is deeper and underlined; a lit line is thicker, on a ground of its colour.
  if (!isTextKind(kind)) {
    return (
      <g data-annotation={id} data-kind={kind} data-color={color} data-active={isActive || undefined}>
        <ShapeMark frame={frame} mark={mark.annotation} isActive={isActive} />
      </g>
    );
  }
  const line = kind === 'highlight' ? (isActive ? 'underline' : null) : kind;
  return (
    <g data-annotation={id} data-color={color} data-active={isActive || undefined}>
      {(kind === 'highlight' || isActive) && (
        <path
          className={classes(styles.area, isActive && (kind === 'highlight' ? styles.deep : styles.soft))}
          d={fillPath(frame, rects)}
          fill={`var(--page-${color})`}
        />
      )}
      {line && (
        <path
          className={styles.line}
          d={strokePath(frame, rects, line, dir)}
          stroke={`var(--mark-edge-${color})`}
          strokeWidth={strokeWidth(rects, frame) * (isActive && kind !== 'highlight' ? 1.6 : 1)}
        />
      )}
    </g>
  );
}
