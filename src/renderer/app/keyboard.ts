// From key presses to commands. Pure but for the clock, which is handed in; the window's listener is in use-keyboard.ts.
import { type Command, isEnabled, shortcutsOf } from '../ui/command-registry.ts';
import { type Chord, type KeyPress, matchesChord, parseShortcut } from '../ui/shortcut.ts';

/** Where the press happened: in a text field, or inside a menu or dialog (which own the keyboard). */
export type Focus = 'page' | 'field' | 'overlay';

/** Time to press the next key of a sequence, in milliseconds. */
const SEQUENCE_MS = 1200;

/** Keys a text field needs for itself, with Mod. */
const FIELD_KEYS = new Set([
  'z',
  'y',
  'a',
  'c',
  'v',
  'x',
  'b',
  'i',
  'u',
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
]);

/** A modifier alone neither makes nor breaks a sequence. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

function mayFire(chord: Chord, focus: Focus, mac: boolean): boolean {
  if (focus === 'overlay') return false;
  if (focus === 'page') return true;
  if (chord.mod) return !FIELD_KEYS.has(chord.key);
  // Option types characters and moves by words on a Mac.
  return (chord.alt && !mac) || /^F\d/.test(chord.key);
}

/** Follows key presses, sequences included. */
export class KeyFollower {
  #typed: KeyPress[] = [];
  #lastAt = 0;

  /** The command the press completes; `'begun'` when it is part of a sequence (and not to be typed); else null. */
  press(
    key: KeyPress,
    focus: Focus,
    commands: readonly Command[],
    mac: boolean,
    nowMs: number,
  ): Command | 'begun' | null {
    if (MODIFIERS.has(key.key)) return null;
    if (nowMs - this.#lastAt > SEQUENCE_MS) this.#typed = [];
    this.#lastAt = nowMs;
    const typed = [...this.#typed, key];
    const found =
      lookUp(typed, focus, commands, mac) ?? (this.#typed.length > 0 ? lookUp([key], focus, commands, mac) : null);
    this.#typed = found === 'begun' ? typed : [];
    return found;
  }
}

function lookUp(
  typed: readonly KeyPress[],
  focus: Focus,
  commands: readonly Command[],
  mac: boolean,
): Command | 'begun' | null {
  let isBegun = false;
  for (const command of commands) {
    if (!isEnabled(command)) continue;
    for (const shortcut of shortcutsOf(command)) {
      const chords = parseShortcut(shortcut);
      const [first] = chords;
      if (!first || !mayFire(first, focus, mac) || chords.length < typed.length) continue;
      if (!typed.every((key, index) => chords[index] && matchesChord(key, chords[index], mac))) continue;
      if (chords.length === typed.length) return command;
      isBegun = true;
    }
  }
  return isBegun ? 'begun' : null;
}
