// Reordering passages by drag: the handle of one is dragged, the rows show where it would land.
import { type DragEvent, useState } from 'react';

const TYPE = 'application/x-glossa-passage';

export type Landing = { id: string; edge: 'before' | 'after' };

/** `ids` in order; `onPlace` puts `id` after another (null: first). */
export function usePassageDrag(
  ids: readonly string[],
  onPlace: (id: string, afterId: string | null) => void,
): {
  landing: Landing | null;
  handle: (id: string) => { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
  row: (id: string) => {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: () => void;
    onDrop: (event: DragEvent) => void;
  };
} {
  const [dragged, setDragged] = useState<string | null>(null);
  const [landing, setLanding] = useState<Landing | null>(null);
  const end = () => {
    setDragged(null);
    setLanding(null);
  };
  const edgeAt = (event: DragEvent): Landing['edge'] => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2 ? 'before' : 'after';
  };
  return {
    landing,
    handle: (id) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData(TYPE, id);
        event.dataTransfer.effectAllowed = 'move';
        const row = event.currentTarget.closest('[role="group"]');
        if (row) event.dataTransfer.setDragImage(row, 0, 0);
        setDragged(id);
      },
      onDragEnd: end,
    }),
    row: (id) => ({
      onDragOver: (event) => {
        if (dragged === null || !event.dataTransfer.types.includes(TYPE)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        const edge = edgeAt(event);
        if (landing?.id !== id || landing.edge !== edge) setLanding({ id, edge });
      },
      onDragLeave: () => setLanding((now) => (now?.id === id ? null : now)),
      onDrop: (event) => {
        if (dragged === null) return;
        event.preventDefault();
        event.stopPropagation();
        const others = ids.filter((one) => one !== dragged);
        const at = others.indexOf(id);
        const after = edgeAt(event) === 'after' ? at : at - 1;
        end();
        if (id !== dragged) onPlace(dragged, others[after] ?? null);
      },
    }),
  };
}
