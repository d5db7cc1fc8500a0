import { describe, expect, test } from 'vitest';
import type { Command } from '../ui/command-registry.ts';
import type { KeyPress } from '../ui/shortcut.ts';
import { type Focus, KeyFollower } from './keyboard.ts';

const command = (id: string, shortcut: string, more: Partial<Command> = {}): Command => ({
  id,
  shortcut,
  label: { en: id, 'zh-Hans': id },
  run: () => undefined,
  ...more,
});
const commands = [
  command('highlight', 'H'),
  command('library', 'G L'),
  command('undo', 'Mod+Z'),
  command('palette', 'Mod+K'),
  command('back', 'Alt+ArrowLeft'),
];
const key = (name: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const typed = (keys: [KeyPress, number][], focus: Focus = 'page', mac = false) => {
  const follower = new KeyFollower();
  return keys.map(([press, at]) => {
    const found = follower.press(press, focus, commands, mac, at);
    return found === null || found === 'begun' ? found : found.id;
  });
};
const ctrl = { ctrlKey: true };

describe('keys on the page', () => {
  test('run the command they belong to', () => {
    expect(typed([[key('h'), 0]])).toEqual(['highlight']);
    expect(typed([[key('z', ctrl), 0]])).toEqual(['undo']);
    expect(typed([[key('j'), 0]])).toEqual([null]);
  });

  test('make a sequence when they follow in time', () => {
    expect(
      typed([
        [key('g'), 0],
        [key('l'), 900],
      ]),
    ).toEqual(['begun', 'library']);
    expect(
      typed([
        [key('g'), 0],
        [key('l'), 9000],
      ]),
    ).toEqual(['begun', null]);
  });

  test('that break off a sequence count for themselves, and a modifier breaks nothing', () => {
    expect(
      typed([
        [key('g'), 0],
        [key('h'), 100],
      ]),
    ).toEqual(['begun', 'highlight']);
    expect(
      typed([
        [key('g'), 0],
        [key('Shift', { shiftKey: true }), 50],
        [key('l'), 100],
      ]),
    ).toEqual(['begun', null, 'library']);
  });
});

describe('keys in a text field', () => {
  test('are letters, and the field keeps its own undo', () => {
    expect(
      typed(
        [
          [key('h'), 0],
          [key('g'), 10],
          [key('z', ctrl), 20],
        ],
        'field',
      ),
    ).toEqual([null, null, null]);
  });

  test('still reach the palette', () => {
    expect(typed([[key('k', ctrl), 0]], 'field')).toEqual(['palette']);
  });

  test('with Option are the field’s on a Mac', () => {
    expect(typed([[key('ArrowLeft', { altKey: true }), 0]], 'field')).toEqual(['back']);
    expect(typed([[key('ArrowLeft', { altKey: true }), 0]], 'field', true)).toEqual([null]);
  });
});

test('keys in a menu or dialog are its own', () => {
  expect(
    typed(
      [
        [key('h'), 0],
        [key('k', ctrl), 10],
      ],
      'overlay',
    ),
  ).toEqual([null, null]);
});

test('a command that is not enabled leaves its key alone', () => {
  const follower = new KeyFollower();
  expect(follower.press(key('h'), 'page', [command('highlight', 'H', { enabled: false })], false, 0)).toBeNull();
});
