// The scratch margin: passages dropped beside a place on the page, without a highlight. Drawn into the layer of each page.
import { MessageSquareText, Plus } from 'lucide-react';
import { type PointerEvent, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Passage } from '#shared/notes.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { setActive } from '../ui/active.tsx';
import { useCommands } from '../ui/commands.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { focusField } from './editor/focus.ts';
import styles from './MarginLayer.module.css';
import { messages } from './messages.ts';
import { fieldKeyOf } from './use-note.ts';

/** A page as the reader shows it: PDF user space to and from display points (origin at the top left, page as turned). */
export type MarginPage = {
  number: number;
  layer: HTMLElement;
  frame: {
    width: number;
    height: number;
    toDisplay: (x: number, y: number) => [number, number];
    toPdf: (x: number, y: number) => [number, number];
  };
};

type Props = {
  paperId: string;
  sha256: string;
  pages: readonly MarginPage[];
  /** The page being read, 1-based. */
  page: number;
  /** Shows the notes beside the page. */
  onNoted: () => void;
  /** One of two documents side by side has the key. */
  hasKey: boolean;
};

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');
/** Display points from the edge of the page at which a new passage stands. */
const EDGE = 12;

/** The margin of every page in view. */
export function MarginLayer({ paperId, sha256, pages, page, onNoted, hasKey }: Props) {
  const text = useMessages(messages);
  const note = useRead('notes', 'ofPaper', { paperId }).data;
  const placed = useMemo(
    () =>
      Map.groupBy(
        note?.passages.filter((passage) => passage.spot?.sha256 === sha256) ?? [],
        (passage) => passage.spot?.page,
      ),
    [note, sha256],
  );
  const add = async (on: MarginPage, displayX: number, displayY: number) => {
    const [x, y] = on.frame.toPdf(displayX, displayY);
    const spot = { sha256, page: on.number, x, y };
    const passage = await write('notes', 'addPassage', { paperId, spot });
    setActive({ passageId: passage.id });
    onNoted();
    focusField(fieldKeyOf(passage.id, 'primary'));
  };
  const open = (passage: Passage) => {
    setActive({ passageId: passage.id });
    onNoted();
    focusField(fieldKeyOf(passage.id, passage.primary.trim() || !passage.secondary.trim() ? 'primary' : 'secondary'));
  };
  // What goes wrong is said by the writer; the page is as it was.
  const run = (work: Promise<unknown>) => void work.catch(() => undefined);
  const here = pages.find(({ number }) => number === page);
  const commands = [
    {
      id: 'notes.margin',
      label: { en: en.noteHere, 'zh-Hans': zh.noteHere },
      group: text.group,
      shortcut: 'Shift+M',
      enabled: here !== undefined,
      run: () => {
        if (here) run(add(here, here.frame.width - EDGE, here.frame.height / 3));
      },
    },
  ];
  useCommands(hasKey ? commands : []);
  return pages.map((one) =>
    createPortal(
      <Margin
        page={one}
        passages={placed.get(one.number) ?? []}
        onAdd={(x, y) => run(add(one, x, y))}
        onOpen={open}
        onPlace={(passage, x, y) => {
          const [pdfX, pdfY] = one.frame.toPdf(x, y);
          run(write('notes', 'placePassage', { id: passage.id, spot: { sha256, page: one.number, x: pdfX, y: pdfY } }));
        }}
      />,
      one.layer,
      String(one.number),
    ),
  );
}

type MarginProps = {
  page: MarginPage;
  passages: readonly Passage[];
  /** In display points. */
  onAdd: (x: number, y: number) => void;
  onOpen: (passage: Passage) => void;
  onPlace: (passage: Passage, x: number, y: number) => void;
};

/** One page's margin: its passages as signs, and at either edge a place to add one. */
function Margin({ page: { frame, layer }, passages, onAdd, onOpen, onPlace }: MarginProps) {
  const text = useMessages(messages);
  const [ghost, setGhost] = useState<{ side: 'left' | 'right'; y: number } | null>(null);
  const [moved, setMoved] = useState<{ id: string; x: number; y: number } | null>(null);
  const pointAt = (event: PointerEvent): { x: number; y: number } => {
    const box = layer.getBoundingClientRect();
    const within = (value: number, most: number) => Math.max(0, Math.min(value, most));
    return {
      x: within(((event.clientX - box.left) / box.width) * frame.width, frame.width),
      y: within(((event.clientY - box.top) / box.height) * frame.height, frame.height),
    };
  };
  const at = (x: number, y: number) => ({ left: `${(x / frame.width) * 100}%`, top: `${(y / frame.height) * 100}%` });
  return (
    <div className={styles.margin}>
      {(['left', 'right'] as const).map((side) => (
        <div
          key={side}
          className={styles[side]}
          onPointerMove={(event) => setGhost({ side, y: pointAt(event).y })}
          onPointerLeave={() => setGhost(null)}
        >
          {ghost?.side === side && (
            <button
              type="button"
              className={styles.add}
              style={{ top: `${(ghost.y / frame.height) * 100}%` }}
              aria-label={text.noteHere}
              title={text.noteHere}
              // The page must not begin to select words.
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => onAdd(side === 'left' ? EDGE : frame.width - EDGE, ghost.y)}
            >
              <Plus aria-hidden />
            </button>
          )}
        </div>
      ))}
      {passages.map((passage) => {
        const [x, y] = frame.toDisplay(passage.spot?.x ?? 0, passage.spot?.y ?? 0);
        const place = moved?.id === passage.id ? moved : { x, y };
        const words = (passage.primary || passage.secondary).slice(0, 200);
        return (
          <button
            key={passage.id}
            type="button"
            className={styles.sign}
            style={at(place.x, place.y)}
            aria-label={text.marginPassage(words)}
            onPointerDown={(event) => {
              event.stopPropagation();
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId))
                setMoved({ id: passage.id, ...pointAt(event) });
            }}
            onPointerUp={() => {
              // A press that moved hardly at all is a click.
              if (moved && Math.hypot(moved.x - x, moved.y - y) > 4) onPlace(passage, moved.x, moved.y);
              else onOpen(passage);
              setMoved(null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                onOpen(passage);
              }
            }}
          >
            <MessageSquareText aria-hidden />
            {words && <span className={styles.words}>{words}</span>}
          </button>
        );
      })}
    </div>
  );
}
