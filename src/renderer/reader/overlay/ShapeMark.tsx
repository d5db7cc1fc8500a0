// A mark with a shape of its own, drawn: an area's frame, pen strokes, a sticky note's sign, text on the page.
import type { PageMark } from '#shared/annotations.ts';
import { displayBox, type PageFrame } from '../pdf/index.ts';
import { classes } from '../../ui/classes.ts';
import { inkPath } from './shapes.ts';
import styles from './Overlay.module.css';

type Props = { frame: PageFrame; mark: PageMark; isActive: boolean };

/** In display points of the page, like all marks. */
export function ShapeMark({ frame, mark, isActive }: Props) {
  const { shape, kind, color, text } = mark;
  if (!shape) return null;
  const { left: x, top: y, width, height } = displayBox(frame, shape.rect);
  const edge = `var(--mark-edge-${color})`;
  const fill = `var(--page-${color})`;
  if (kind === 'ink') {
    return (
      <path
        className={classes(styles.ink, isActive && styles.litInk)}
        d={inkPath(frame, shape.strokes)}
        stroke={edge}
        strokeWidth={shape.sizePt * (isActive ? 1.5 : 1)}
      />
    );
  }
  if (kind === 'area') {
    return (
      <rect
        {...{ x, y, width, height }}
        className={styles.frame}
        fill={fill}
        fillOpacity={isActive ? 0.3 : 0.12}
        stroke={edge}
        strokeWidth={isActive ? 2 : 1.2}
      />
    );
  }
  if (kind === 'note') {
    const fold = width * 0.34;
    return (
      <g stroke={edge} strokeWidth={isActive ? 1.8 : 1} strokeLinejoin="round" fill={fill}>
        <path d={`M${x} ${y}h${width}v${height - fold}l${-fold} ${fold}h${fold - width}z`} />
        <path d={`M${x + width} ${y + height - fold}h${-fold}v${fold}`} fill="none" />
        <path
          d={`M${x + width * 0.22} ${y + height * 0.3}h${width * 0.56}M${x + width * 0.22} ${y + height * 0.52}h${width * 0.4}`}
        />
      </g>
    );
  }
  return (
    <g>
      <rect
        {...{ x, y, width, height }}
        fill={fill}
        fillOpacity={isActive ? 0.4 : text.trim() === '' ? 0.25 : 0.12}
        stroke={edge}
        strokeWidth={isActive ? 1.4 : 0.6}
        strokeDasharray={text.trim() === '' ? '3 2' : undefined}
      />
      <foreignObject {...{ x, y, width, height }}>
        <div className={styles.written} style={{ fontSize: `${shape.sizePt}px`, color: edge }}>
          {text}
        </div>
      </foreignObject>
    </g>
  );
}
