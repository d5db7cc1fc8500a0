import { describe, expect, it } from 'vitest';
import { sessionDraft } from './draft.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('a draft', () => {
  it('comes back as it was written, under its own key, until it is cleared', () => {
    const store = storage();
    const slot = sessionDraft('passage:1:primary', () => store);
    slot.write({ base: 'old', text: '新的 "words"\n' });
    expect(slot.read()).toEqual({ base: 'old', text: '新的 "words"\n' });
    expect(sessionDraft('passage:1:secondary', () => store).read()).toBeNull();
    slot.clear();
    expect(slot.read()).toBeNull();
  });

  it('is nothing where something else lies under its key', () => {
    for (const stored of ['plain words', '{"text":1,"base":"x"}', 'null', '[]']) {
      const store = storage();
      store.kept.set('draft:k', stored);
      expect(sessionDraft('k', () => store).read()).toBeNull();
    }
  });

  it('never stands in the way of typing when storage is full or forbidden', () => {
    const slot = sessionDraft('k', () => {
      throw new Error('forbidden');
    });
    expect(() => slot.write({ base: '', text: 'x' })).not.toThrow();
    expect(slot.read()).toBeNull();
  });
});
