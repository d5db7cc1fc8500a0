// Which sentence says what: lit on both sides under the pointer, or where one writes.
import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import type { Side } from '#shared/values.ts';
import { lightPair, putOut } from './aligned.ts';
import { textAround } from './editor/caret.ts';

const SIDES: readonly Side[] = ['primary', 'secondary'];

type Options = { primary: string; secondary: string; languages: { primary: string; secondary: string } };

/** `primary` and `secondary` are the sources. Give `cell` as ref of each side's cell. */
export function useAligned({ primary, secondary, languages }: Options): {
  cell: (side: Side) => (element: HTMLElement | null) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerLeave: () => void;
  /** The caret of the side being written in; null when it is left. */
  onCaret: (side: Side, at: number | null) => void;
} {
  const cells = useRef<Record<Side, HTMLElement | null>>({ primary: null, secondary: null });
  const frame = useRef(0);
  const shownOf = (side: Side) => cells.current[side]?.querySelector<HTMLElement>('[data-shown]') ?? null;
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      putOut();
    },
    [],
  );

  const light = (side: Side, at: number) => {
    // An empty side shows what to write there, which is no translation of anything.
    if (!primary.trim() || !secondary.trim()) return putOut();
    const shown = { primary: shownOf('primary'), secondary: shownOf('secondary') };
    const sources = { primary, secondary };
    const texts = {
      primary: shown.primary?.textContent ?? sources.primary,
      secondary: shown.secondary?.textContent ?? sources.secondary,
    };
    lightPair(shown, texts, languages, side, at);
  };
  const onPointerMove = (event: PointerEvent) => {
    const { clientX, clientY, target, buttons } = event;
    if (buttons !== 0) return;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const side = SIDES.find((one) => cells.current[one]?.contains(target as Node));
      const shown = side && shownOf(side);
      const around = shown && shown.contains(target as Node) ? textAround(shown, clientX, clientY) : null;
      if (side && around && (side === 'primary' ? primary : secondary).trim()) light(side, around.before.length);
      else putOut();
    });
  };
  const cell = useCallback(
    (side: Side) => (element: HTMLElement | null) => {
      cells.current[side] = element;
    },
    [],
  );
  return {
    cell,
    onPointerMove,
    onPointerLeave: () => {
      cancelAnimationFrame(frame.current);
      putOut();
    },
    onCaret: (side, at) => (at === null ? putOut() : light(side, at)),
  };
}
