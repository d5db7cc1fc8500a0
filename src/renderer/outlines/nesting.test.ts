import { describe, expect, it } from 'vitest';
import { depthOf, dropTarget, targetOf } from './nesting.ts';

const item = (id: string, parentId: string | null = null) => ({ id, parentId });
// a, b (b1, b2), c
const items = [item('a'), item('b'), item('b1', 'b'), item('b2', 'b'), item('c')];

describe('a move by key', () => {
  it('goes up and down among its own, and out over the edge of its parent', () => {
    expect(targetOf(items, 'c', 'up')).toEqual({ parentId: null, afterId: 'a' });
    expect(targetOf(items, 'b2', 'up')).toEqual({ parentId: 'b', afterId: null });
    expect(targetOf(items, 'b1', 'up')).toEqual({ parentId: null, afterId: 'a' });
    expect(targetOf(items, 'b2', 'down')).toEqual({ parentId: null, afterId: 'b' });
    expect(targetOf(items, 'a', 'up')).toBeNull();
    expect(targetOf(items, 'c', 'down')).toBeNull();
  });

  it('nests below the one before, at its end, and comes out after its parent', () => {
    expect(targetOf(items, 'c', 'indent')).toEqual({ parentId: 'b', afterId: 'b2' });
    expect(targetOf(items, 'b1', 'indent')).toBeNull();
    expect(targetOf(items, 'b1', 'outdent')).toEqual({ parentId: null, afterId: 'b' });
    expect(targetOf(items, 'a', 'outdent')).toBeNull();
    expect([depthOf(items, 'a'), depthOf(items, 'b2')]).toEqual([0, 1]);
  });
});

describe('a drop', () => {
  it('lands before, after or below, never in itself', () => {
    expect(dropTarget(items, 'c', 'a', 'before')).toEqual({ parentId: null, afterId: null });
    expect(dropTarget(items, 'a', 'b2', 'after')).toEqual({ parentId: 'b', afterId: 'b2' });
    expect(dropTarget(items, 'a', 'c', 'below')).toEqual({ parentId: 'c', afterId: null });
    expect(dropTarget(items, 'b', 'b1', 'after')).toBeNull();
    expect(dropTarget(items, 'b', 'b', 'below')).toBeNull();
  });

  it('before the next one stays where it is', () => {
    expect(dropTarget(items, 'b', 'c', 'before')).toEqual({ parentId: null, afterId: 'a' });
  });
});
