// User commands in React: registering while mounted, listing, and running by id.
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { type Command, CommandRegistry, findClashes, isEnabled } from './command-registry.ts';

export type { Command };

/** The window's one registry. */
export const registry = new CommandRegistry();

/** Registers the commands while the component is mounted; their newest `run` is always the one that runs. */
export function useCommands(commands: Command[]): void {
  const owner = useRef<symbol>(undefined);
  owner.current ??= Symbol('commands');
  useLayoutEffect(() => {
    if (owner.current) registry.set(owner.current, commands);
  });
  useLayoutEffect(
    () => () => {
      if (owner.current) registry.delete(owner.current);
    },
    [],
  );
}

/** Every command there is now. Renders again when labels, keys or enabledness change. */
export const useAllCommands = (): readonly Command[] =>
  useSyncExternalStore(registry.subscribe, registry.all, registry.all);

/** The command of that id, while someone offers it: for buttons and menus that show its label and key. */
export const useCommand = (id: string): Command | undefined => useAllCommands().find((command) => command.id === id);

/** Runs a command by id; false when it is not there or not enabled. */
export function runCommand(id: string): boolean {
  const command = registry.find(id);
  if (!command || !isEnabled(command)) return false;
  command.run();
  return true;
}

/** Says in the console when two commands claim one key or one id. Mounted once, by the shell. */
export function useClashReport(): void {
  const commands = useAllCommands();
  useEffect(() => {
    for (const clash of findClashes(commands)) console.error(clash);
  }, [commands]);
}
