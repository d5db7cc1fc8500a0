// Which of two views beside each other a component belongs to, and whether that view has the keyboard.
import { createContext, useContext } from 'react';
import { type Command, useCommands } from '../../ui/commands.tsx';

export type Side = {
  /** The view last pressed or focused: its commands are the reader's. */
  isFront: boolean;
  /** The view beside: it keeps no place of its own and follows no address. */
  isSecond: boolean;
  /** Shows a paper in the view beside. */
  openBeside: (paperId: string) => void;
};

/** A view alone is in front. */
export const SideContext = createContext<Side>({ isFront: true, isSecond: false, openBeside: () => undefined });

export const useSide = (): Side => useContext(SideContext);

/** Registers commands of a view while it is in front. */
export function useSideCommands(commands: Command[]): void {
  const { isFront } = useSide();
  useCommands(isFront ? commands : []);
}
