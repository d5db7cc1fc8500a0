// One item of an outline: a finding with its evidence in short, or words of one's own.
import { Columns3, GripVertical, Trash2 } from 'lucide-react';
import type { DragEvent, KeyboardEvent, Ref } from 'react';
import { Group } from 'react-aria-components/Group';
import type { Finding } from '#shared/findings.ts';
import type { OutlineItem } from '#shared/outlines.ts';
import type { Side } from '#shared/values.ts';
import { write } from '../data/write.ts';
import { SideField } from '../notes/index.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { go, goToPlace } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import styles from './OutlineView.module.css';

export type Landing = { where: 'before' | 'after' | 'below' };

type Props = {
  ref: Ref<HTMLDivElement>;
  item: OutlineItem;
  /** 1-based. */
  number: number;
  depth: number;
  /** Of an item that is a finding, once it is read. */
  finding: Finding | undefined;
  shown: Side | 'both';
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
  landing: Landing['where'] | null;
  onFocus: () => void;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
  onRemove: () => void;
  drag: { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
  drop: { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };
};

const SIDES: readonly Side[] = ['primary', 'secondary'];
const INDENT_PX = 24;

/** A row; it takes the focus itself, and keys move it. */
export function ItemRow({ ref, item, number, depth, finding, shown, languages, landing, drag, drop, ...on }: Props) {
  const text = useMessages(messages);
  const sides = SIDES.filter((side) => shown === 'both' || shown === side);
  const isFinding = item.findingId !== null;
  return (
    <li style={{ paddingInlineStart: depth * INDENT_PX }}>
      <Group
        ref={ref}
        tabIndex={0}
        className={classes(styles.item, landing && styles[landing])}
        aria-label={text.item(number)}
        data-depth={depth}
        onFocus={on.onFocus}
        onKeyDown={on.onKey}
        {...drop}
      >
        <span className={styles.handle} title={text.drag} aria-hidden {...drag}>
          <GripVertical />
        </span>
        <div className={classes(styles.words, !isFinding && styles.heading)}>
          {isFinding
            ? finding && (
                <>
                  {sides.map((side) =>
                    finding[side].trim() ? (
                      <Markdown key={side} text={finding[side]} lang={languages[side].tag} />
                    ) : null,
                  )}
                  <button
                    type="button"
                    className={styles.evidence}
                    onClick={() => void goToPlace({ findingId: finding.id })}
                  >
                    {finding.evidence.length > 0 ? text.evidence(finding.evidence.length) : text.noEvidence}
                  </button>
                </>
              )
            : sides.map((side) => (
                <SideField
                  key={side}
                  fieldKey={`outline:${item.id}:${side}`}
                  label={text.words(languages[side].name, number)}
                  lang={languages[side].tag}
                  placeholder={text.write(languages[side].name)}
                  stored={item[side]}
                  save={(words, base) =>
                    write('outlines', 'editItem', { id: item.id, side, text: words, base }, { quiet: ['conflict'] })
                  }
                  maxLength={20_000}
                  onLeave={(field) => field.closest<HTMLElement>(`.${styles.item}`)?.focus()}
                />
              ))}
        </div>
        <div className={styles.itemTools}>
          {finding && finding.evidence.length > 0 && (
            <IconButton
              size="small"
              label={text.openEvidence}
              icon={<Columns3 aria-hidden />}
              onPress={() => go({ view: 'evidence', findingId: finding.id })}
            />
          )}
          <IconButton
            size="small"
            tone="danger"
            label={text.itemRemove}
            icon={<Trash2 aria-hidden />}
            onPress={on.onRemove}
          />
        </div>
      </Group>
    </li>
  );
}
