import { describe, expect, it } from 'vitest';
import type { PaperFile } from '#shared/papers.ts';
import { canShow, firstFile } from './use-file.ts';

const file = (name: string, state: PaperFile['state']): PaperFile => ({
  sha256: name,
  pageCount: 1,
  state,
  label: name,
  kind: 'main',
  version: '',
});

describe('the file shown first', () => {
  it('is one that is fine, then one that can at least be looked at, then whichever there is', () => {
    expect(firstFile([file('a', 'damaged'), file('b', 'unread'), file('c', 'ready')])?.sha256).toBe('c');
    expect(firstFile([file('a', 'damaged'), file('b', 'unread')])?.sha256).toBe('b');
    expect(firstFile([file('a', 'locked'), file('b', 'missing')])?.sha256).toBe('a');
    expect(firstFile([])).toBeNull();
  });

  it('is shown as pages only where it can be painted', () => {
    const shown = (['ready', 'unread', 'damaged', 'locked', 'missing'] as const).filter((state) =>
      canShow(file('x', state)),
    );
    expect(shown).toEqual(['ready', 'unread']);
  });
});
