// Shortcuts: how they are written, matched against a key press, and shown. Pure.

/** One key press: `key` is lower case for letters, else the DOM's own name ("Enter", "=", "ArrowLeft"). */
export type Chord = { mod: boolean; shift: boolean; alt: boolean; key: string };

/** The part of a KeyboardEvent that matters here. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Reads `Mod+Shift+Z`, `H`, or a sequence `G L` (keys one after the other). Throws on anything else. */
export function parseShortcut(shortcut: string): Chord[] {
  return shortcut.split(' ').map((part) => {
    const names = part === '+' ? ['+'] : part.replace(/\+\+$/, '+Plus').split('+');
    const last = names.pop();
    if (!last) throw new Error(`Not a shortcut: "${shortcut}"`);
    const chord: Chord = {
      mod: false,
      shift: false,
      alt: false,
      key: last === 'Plus' ? '+' : last.length === 1 ? last.toLowerCase() : last,
    };
    for (const name of names) {
      if (name === 'Mod') chord.mod = true;
      else if (name === 'Shift') chord.shift = true;
      else if (name === 'Alt') chord.alt = true;
      else throw new Error(`Not a shortcut: "${shortcut}"`);
    }
    return chord;
  });
}

/** One spelling for each chord, to find clashes by. */
export const chordName = ({ mod, shift, alt, key }: Chord): string =>
  `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;

/** One spelling for each shortcut. */
export const shortcutName = (shortcut: string): string => parseShortcut(shortcut).map(chordName).join(' ');

/**
 * Does the key press make the chord? Letters and digits also match by their place on a Latin keyboard where the
 * layout types no Latin letter there. Shift is not asked of symbols: "+" needs it on some keyboards only.
 */
export function matchesChord(press: KeyPress, chord: Chord, mac: boolean): boolean {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== chord.mod || other || press.altKey !== chord.alt) return false;
  const isSymbol = chord.key.length === 1 && !/[a-z0-9]/.test(chord.key);
  if (!isSymbol && press.shiftKey !== chord.shift) return false;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (key === chord.key) return true;
  if (chord.key === '=' && key === '+') return true;
  if (/^[a-z]$/.test(chord.key)) return !/^[\x20-\x7e]$/.test(key) && press.code === `Key${chord.key.toUpperCase()}`;
  if (/^[0-9]$/.test(chord.key)) return press.code === `Digit${chord.key}`;
  return false;
}

const SHOWN: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  '-': '−',
};

/** As printed in menus and tooltips: `⌘⇧Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function showShortcut(shortcut: string, mac: boolean): string {
  return parseShortcut(shortcut)
    .map(({ mod, shift, alt, key }) => {
      const named = SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key);
      if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${named}`;
      return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', named].filter(Boolean).join('+');
    })
    .join(' ');
}

/** The same in the form `aria-keyshortcuts` wants. */
export function ariaShortcut(shortcut: string, mac: boolean): string {
  return parseShortcut(shortcut)
    .map(({ mod, shift, alt, key }) =>
      [mod && (mac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', key.length === 1 ? key.toUpperCase() : key]
        .filter(Boolean)
        .join('+'),
    )
    .join(' ');
}

/** Is this a Mac (Cmd instead of Ctrl)? */
export const isMac = (): boolean => typeof navigator !== 'undefined' && /^Mac|iPhone|iPad/.test(navigator.platform);
