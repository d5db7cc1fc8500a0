import { describe, expect, test } from 'vitest';
import { type Command, CommandRegistry, findClashes } from './command-registry.ts';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  label: { en: id, 'zh-Hans': id },
  run: () => undefined,
  ...more,
});

describe('a clash', () => {
  test('is two enabled commands on one key, however it is written', () => {
    expect(
      findClashes([command('a', { shortcut: 'Mod+Shift+Z' }), command('b', { shortcut: 'Shift+Mod+z' })]),
    ).toHaveLength(1);
  });

  test('is not one while one of them is not enabled', () => {
    expect(findClashes([command('a', { shortcut: 'H' }), command('b', { shortcut: 'H', enabled: false })])).toEqual([]);
  });

  test('is a key that begins the sequence of another', () => {
    expect(findClashes([command('a', { shortcut: 'G' }), command('b', { shortcut: 'G L' })])).toHaveLength(1);
    expect(findClashes([command('a', { shortcut: 'G A' }), command('b', { shortcut: 'G L' })])).toEqual([]);
  });

  test('is none among the keys of one command', () => {
    expect(findClashes([command('a', { shortcut: 'G', alsoShortcuts: ['G L'] })])).toEqual([]);
  });

  test('is found among further keys, and among ids', () => {
    expect(findClashes([command('a', { alsoShortcuts: ['Mod+Y'] }), command('b', { shortcut: 'Mod+Y' })])).toHaveLength(
      1,
    );
    expect(findClashes([command('a'), command('a')])).toHaveLength(1);
  });
});

describe('the registry', () => {
  test('tells its listeners of visible changes only, but runs the newest function', () => {
    const registry = new CommandRegistry();
    const owner = Symbol('owner');
    let heard = 0;
    registry.subscribe(() => (heard += 1));
    const ran: number[] = [];
    registry.set(owner, [command('a', { run: () => ran.push(1) })]);
    const listed = registry.all();
    registry.set(owner, [command('a', { run: () => ran.push(2) })]);
    expect(heard).toBe(1);
    expect(registry.all()).toBe(listed);
    registry.find('a')?.run();
    expect(ran).toEqual([2]);
    registry.set(owner, [command('a', { enabled: false })]);
    expect(heard).toBe(2);
  });

  test('forgets what its owner took away', () => {
    const registry = new CommandRegistry();
    const owner = Symbol('owner');
    registry.set(owner, [command('a')]);
    registry.delete(owner);
    expect(registry.all()).toEqual([]);
    expect(registry.find('a')).toBeUndefined();
  });
});
