// Panes side by side or stacked, whose sizes the user sets and the library remembers.
import { Fragment, type ReactNode, useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useSetting } from '../data/setting.ts';
import { useMessages } from './i18n.tsx';
import { uiMessages } from './messages.ts';
import styles from './SplitPane.module.css';

/** One pane. Sizes: a number is pixels, a string may say "30%". Exactly one pane should leave `size` out: it takes the rest. */
export type Pane = {
  id: string;
  content: ReactNode;
  size?: number | string;
  minSize?: number | string;
  maxSize?: number | string;
  isHidden?: boolean;
};

export type SplitPaneProps = {
  /** Lower-case letters: sizes are kept in the setting `layout.<name>`. */
  name: string;
  panes: readonly Pane[];
  direction?: 'horizontal' | 'vertical';
};

/** Sizes the user gave, by pane: CSS pixels. Panes that take the rest have none. */
type Sizes = Record<string, number>;

const isSizes = (value: unknown): value is Sizes =>
  typeof value === 'object' && value !== null && Object.values(value).every((size) => typeof size === 'number');

/** Panes with handles between them; arrow keys move a focused handle. Hiding a pane leaves the others as they are. */
export function SplitPane({ name, panes, direction = 'horizontal' }: SplitPaneProps) {
  const m = useMessages(uiMessages);
  const [sizes, setSizes] = useSetting<Sizes>(`layout.${name}`, {}, isSizes);
  const group = useRef<HTMLDivElement>(null);
  const shown = panes.filter((pane) => !pane.isHidden);

  const remember = (percent: Record<string, number>) => {
    const element = group.current;
    if (!element) return;
    const whole = direction === 'horizontal' ? element.clientWidth : element.clientHeight;
    const sized = shown.filter((pane) => pane.size !== undefined && percent[pane.id] !== undefined);
    setSizes({
      ...sizes,
      ...Object.fromEntries(sized.map(({ id }) => [id, Math.round(((percent[id] ?? 0) * whole) / 100)])),
    });
  };

  return (
    <Group
      elementRef={group}
      className={styles.group ?? ''}
      orientation={direction}
      onLayoutChanged={(percent, { isUserInteraction }) => {
        if (isUserInteraction) remember(percent);
      }}
    >
      {shown.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className={styles.handle ?? ''} aria-label={m.resize} />}
          <Panel
            id={pane.id}
            className={styles.pane ?? ''}
            {...(pane.size === undefined
              ? {}
              : { defaultSize: sizes[pane.id] ?? pane.size, groupResizeBehavior: 'preserve-pixel-size' as const })}
            {...(pane.minSize === undefined ? {} : { minSize: pane.minSize })}
            {...(pane.maxSize === undefined ? {} : { maxSize: pane.maxSize })}
          >
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
