// The box of a task: it can be clicked where somebody stores what it says, and is only shown elsewhere.
import { createContext, type InputHTMLAttributes, use } from 'react';
import { useMessages } from '../i18n.tsx';
import { uiMessages } from '../messages.ts';

/** Told the place of the box's brackets in the source (UTF-16). */
export const TaskContext = createContext<((at: number) => void) | null>(null);

/** A task's box. */
export function TaskBox({
  checked,
  'data-task': at,
}: InputHTMLAttributes<HTMLInputElement> & { 'data-task'?: number | string }) {
  const m = useMessages(uiMessages);
  const toggle = use(TaskContext);
  const canToggle = toggle !== null && at !== undefined;
  return (
    <input
      type="checkbox"
      checked={checked === true}
      disabled={!canToggle}
      aria-label={m.task}
      // A click on the box is not a click on the words around it.
      onClick={(event) => event.stopPropagation()}
      onChange={() => {
        if (canToggle) toggle(Number(at));
      }}
    />
  );
}
