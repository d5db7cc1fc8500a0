import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { Draft, DraftSlot } from './draft.ts';
import { createSideText, type SideText } from './side-text.ts';

/** A store that answers when told to, as a slow disk would. */
function store(start: string, kept: Draft | null = null) {
  let draft = kept;
  const saves: { text: string; done: () => void; fail: () => void }[] = [];
  const slot: DraftSlot = {
    read: () => draft,
    write: (next) => (draft = next),
    clear: () => (draft = null),
  };
  const side = createSideText({
    stored: start,
    draft: slot,
    save: (text) =>
      new Promise<void>((done, fail) => saves.push({ text, done, fail: () => fail(new Error('disk full')) })),
  });
  return { side, saves, draft: () => draft };
}

const look = (side: SideText) => side.snapshot();
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a side being typed in', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is saved once, after a pause in the typing', async () => {
    const { side, saves } = store('');
    side.type('a');
    await vi.advanceTimersByTimeAsync(300);
    side.type('ab');
    await vi.advanceTimersByTimeAsync(399);
    expect(saves).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves.map((save) => save.text)).toEqual(['ab']);
    expect(look(side).state).toBe('saving');
    saves[0]!.done();
    await settle();
    expect(look(side)).toEqual({ text: 'ab', theirs: null, state: 'saved' });
  });

  it('is saved in the middle of unbroken typing too', async () => {
    const { side, saves } = store('');
    for (let key = 1; key <= 12; key++) {
      side.type('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(saves.length).toBeGreaterThan(0);
  });

  it('is never saved while an input method composes', async () => {
    const { side, saves } = store('');
    side.compose(true);
    side.type('zhong');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saves).toHaveLength(0);
    side.type('中');
    side.compose(false);
    await vi.advanceTimersByTimeAsync(400);
    expect(saves.map((save) => save.text)).toEqual(['中']);
  });

  it('sends the next save only when the one before has ended', async () => {
    const { side, saves } = store('');
    side.type('a');
    await vi.advanceTimersByTimeAsync(400);
    side.type('ab');
    await vi.advanceTimersByTimeAsync(5000);
    expect(saves).toHaveLength(1);
    saves[0]!.done();
    await vi.advanceTimersByTimeAsync(400);
    expect(saves.map((save) => save.text)).toEqual(['a', 'ab']);
  });

  it('keeps a draft until the words are acknowledged', async () => {
    const { side, saves, draft } = store('old');
    side.type('new');
    expect(draft()).toEqual({ base: 'old', text: 'new' });
    const flushed = side.flush();
    expect(draft()).not.toBeNull();
    saves[0]!.done();
    await flushed;
    expect(draft()).toBeNull();
  });

  it('keeps words and draft when a save fails, says so, and saves them with the next attempt', async () => {
    const { side, saves, draft } = store('old');
    side.type('new');
    const flushed = side.flush();
    saves[0]!.fail();
    await flushed;
    expect(look(side)).toEqual({ text: 'new', theirs: null, state: 'failed' });
    expect(draft()).toEqual({ base: 'old', text: 'new' });
    const again = side.flush();
    saves[1]!.done();
    await again;
    expect(look(side).state).toBe('saved');
  });

  it('takes up the draft of a lost window', async () => {
    const { side, saves } = store('old', { base: 'old', text: 'typed before the crash' });
    expect(look(side)).toEqual({ text: 'typed before the crash', theirs: null, state: 'unsaved' });
    void side.flush();
    expect(saves.map((save) => save.text)).toEqual(['typed before the crash']);
  });

  it('shows both where the store moved on after the draft', () => {
    const { side } = store('newer', { base: 'old', text: 'my draft' });
    expect(look(side)).toMatchObject({ text: 'my draft', theirs: 'newer' });
  });
});

describe('a change from elsewhere', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is taken over where nothing was typed', () => {
    const { side } = store('old');
    side.remote('theirs');
    expect(look(side)).toEqual({ text: 'theirs', theirs: null, state: 'saved' });
  });

  it('never replaces what is being typed: both are kept and shown', () => {
    const { side } = store('old');
    side.type('mine');
    side.remote('theirs');
    expect(look(side)).toMatchObject({ text: 'mine', theirs: 'theirs' });
  });

  it('is not mistaken for one when it is our own save coming back', async () => {
    const { side, saves } = store('');
    side.type('a');
    await vi.advanceTimersByTimeAsync(400);
    side.type('ab');
    side.remote('a');
    expect(look(side).theirs).toBeNull();
    side.remote('');
    expect(look(side)).toMatchObject({ text: 'ab', theirs: null });
    saves[0]!.done();
    await vi.advanceTimersByTimeAsync(400);
    side.remote('a');
    expect(look(side)).toMatchObject({ text: 'ab', theirs: null });
  });

  it('does not disturb an input method that has typed nothing yet', () => {
    const { side } = store('old');
    side.compose(true);
    side.remote('theirs');
    expect(look(side)).toMatchObject({ text: 'old', theirs: 'theirs' });
  });

  it('ends as the user says: mine, theirs or both, and the choice is stored', async () => {
    for (const [choice, text] of [
      ['mine', 'mine'],
      ['theirs', 'theirs'],
      ['both', 'mine\n\ntheirs'],
    ] as const) {
      const { side, saves } = store('old');
      side.type('mine');
      side.remote('theirs');
      side.resolve(choice);
      expect(look(side)).toMatchObject({ text, theirs: null });
      expect(saves.at(-1)?.text).toBe(text);
      saves.at(-1)?.done();
      await settle();
      expect(look(side).state).toBe('saved');
    }
  });

  it('that was there before our save is shown, and ours is saved over it only knowingly', async () => {
    vi.useFakeTimers();
    const saves: { text: string; base: string }[] = [];
    const side = createSideText({
      stored: 'old',
      draft: { read: () => null, write: () => undefined, clear: () => undefined },
      save: (text, base) => {
        saves.push({ text, base });
        return base === 'old'
          ? Promise.reject(new AppError('conflict', 'changed', { stored: 'theirs' }))
          : Promise.resolve();
      },
    });
    side.type('mine');
    await side.flush();
    expect(look(side)).toMatchObject({ text: 'mine', theirs: 'theirs', state: 'unsaved' });
    await vi.advanceTimersByTimeAsync(400);
    expect(saves).toEqual([
      { text: 'mine', base: 'old' },
      { text: 'mine', base: 'theirs' },
    ]);
    expect(look(side)).toMatchObject({ text: 'mine', theirs: 'theirs', state: 'saved' });
    side.resolve('both');
    expect(saves.at(-1)).toEqual({ text: 'mine\n\ntheirs', base: 'mine' });
  });

  it('stays in view when our own words are saved meanwhile', async () => {
    const { side, saves } = store('old');
    side.type('mine');
    side.remote('theirs');
    await vi.advanceTimersByTimeAsync(400);
    saves[0]!.done();
    await settle();
    side.remote('mine');
    expect(look(side)).toEqual({ text: 'mine', theirs: 'theirs', state: 'saved' });
  });

  it('is over when the other window comes to the same words', () => {
    const { side } = store('old');
    side.type('mine');
    side.remote('theirs');
    side.remote('mine');
    expect(look(side)).toEqual({ text: 'mine', theirs: null, state: 'saved' });
  });
});
