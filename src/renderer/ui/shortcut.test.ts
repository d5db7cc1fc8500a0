import { describe, expect, test } from 'vitest';
import { ariaShortcut, matchesChord, parseShortcut, shortcutName, showShortcut, type KeyPress } from './shortcut.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const matches = (shortcut: string, key: KeyPress, mac = false) => {
  const [chord] = parseShortcut(shortcut);
  return chord !== undefined && matchesChord(key, chord, mac);
};

describe('a shortcut', () => {
  test('is read with its modifiers, as a single key, or as a sequence', () => {
    expect(parseShortcut('Mod+Shift+Z')).toEqual([{ mod: true, shift: true, alt: false, key: 'z' }]);
    expect(parseShortcut('G L').map((chord) => chord.key)).toEqual(['g', 'l']);
    expect(parseShortcut('Mod++')).toEqual([{ mod: true, shift: false, alt: false, key: '+' }]);
    expect(parseShortcut('ArrowLeft')[0]?.key).toBe('ArrowLeft');
  });

  test('that cannot be read is an error', () => {
    expect(() => parseShortcut('Ctrl+Z')).toThrow();
    expect(() => parseShortcut('')).toThrow();
  });

  test('has one spelling whatever the order of its modifiers', () => {
    expect(shortcutName('Shift+Mod+z')).toBe(shortcutName('Mod+Shift+Z'));
  });

  test('is shown as each system does', () => {
    expect(showShortcut('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(showShortcut('Mod+Shift+Z', true)).toBe('⇧⌘Z');
    expect(showShortcut('G L', false)).toBe('G L');
    expect(ariaShortcut('Mod+Shift+Z', true)).toBe('Meta+Shift+Z');
  });
});

describe('a key press', () => {
  test('makes Mod with Ctrl, and with Cmd on a Mac, never with both', () => {
    expect(matches('Mod+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(matches('Mod+K', press('k', { metaKey: true }))).toBe(false);
    expect(matches('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+K', press('k', { ctrlKey: true, metaKey: true }))).toBe(false);
  });

  test('needs Shift exactly where a letter asks for it', () => {
    expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matches('H', press('h', { altKey: true }))).toBe(false);
  });

  test('zooms with = and with + alike', () => {
    expect(matches('Mod+=', press('=', { ctrlKey: true }))).toBe(true);
    expect(matches('Mod+=', press('+', { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  test('counts by its place where the layout types no Latin letter, but never against the letter it does type', () => {
    expect(matches('H', press('р', { code: 'KeyH' }))).toBe(true);
    expect(matches('Q', press('a', { code: 'KeyQ' }))).toBe(false);
    expect(matches('1', press('&', { code: 'Digit1' }))).toBe(true);
  });
});
