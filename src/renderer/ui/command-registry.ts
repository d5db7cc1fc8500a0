// The one list of user commands, filled by whoever is mounted; keyboard, palette and menus read it. No React here.
import { shortcutName } from './shortcut.ts';

/** Something a user can do, once: its words, its key, whether it can be done now, and the doing. */
export type Command = {
  id: string;
  label: { en: string; 'zh-Hans': string };
  /** `Mod+Shift+Z`, `H`, or a sequence `G L`; Mod is Ctrl, Cmd on a Mac. */
  shortcut?: string;
  /** Further keys for the same command, not shown. */
  alsoShortcuts?: string[];
  /** Absent means yes. */
  enabled?: boolean;
  run: () => void;
  /** Reached by keyboard only, not shown in the palette. */
  hidden?: boolean;
  /** Heading in the palette. */
  group?: string;
};

/** Is it enabled? */
export const isEnabled = (command: Command): boolean => command.enabled !== false;

/** Every key of a command. */
export const shortcutsOf = (command: Command): string[] => [
  ...(command.shortcut ? [command.shortcut] : []),
  ...(command.alsoShortcuts ?? []),
];

/** Two enabled commands under one id or one key, in words; empty when all is well. A sequence clashes with its own beginning. */
export function findClashes(commands: readonly Command[]): string[] {
  const clashes: string[] = [];
  const ids = new Set<string>();
  const keys: { key: string; id: string }[] = [];
  for (const command of commands) {
    if (ids.has(command.id)) clashes.push(`Two commands are called ${command.id}`);
    ids.add(command.id);
    if (!isEnabled(command)) continue;
    for (const shortcut of shortcutsOf(command)) {
      const key = shortcutName(shortcut);
      const other = keys.find((taken) => taken.id !== command.id && begins(taken.key, key));
      if (other) clashes.push(`${command.id} and ${other.id} both claim ${shortcut}`);
      keys.push({ key, id: command.id });
    }
  }
  return clashes;
}

const begins = (a: string, b: string) => `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `);

/** A set of command lists, one a mounted component. */
export class CommandRegistry {
  readonly #lists = new Map<symbol, readonly Command[]>();
  readonly #listeners = new Set<() => void>();
  #all: readonly Command[] = [];
  #signature = '';

  /** Sets or replaces the list of one owner. Listeners hear of it only when something visible changed. */
  set(owner: symbol, commands: readonly Command[]): void {
    this.#lists.set(owner, commands);
    this.#renew();
  }

  /** Takes an owner's list away. */
  delete(owner: symbol): void {
    this.#lists.delete(owner);
    this.#renew();
  }

  /** Every command there is now; the same array until something visible changes. */
  readonly all = (): readonly Command[] => this.#all;

  /** The newest form of a command, whose `run` sees the newest state. */
  find(id: string): Command | undefined {
    for (const list of this.#lists.values()) {
      const found = list.find((command) => command.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** Hears of visible changes; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #renew(): void {
    const all = [...this.#lists.values()].flat();
    const signature = JSON.stringify(all);
    if (signature === this.#signature) return;
    this.#all = all;
    this.#signature = signature;
    for (const listener of this.#listeners) listener();
  }
}
