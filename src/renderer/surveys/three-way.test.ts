import { expect, test } from 'vitest';
import type { MergeChunk } from '#shared/surveys.ts';
import { type Choice, defaultChoice, together, undecided } from './three-way.ts';

const CHUNKS: MergeChunk[] = [
  { kind: 'same', base: 'a\n', mine: 'a\n', theirs: 'a\n' },
  { kind: 'theirs', base: 'b\n', mine: 'b\n', theirs: 'B\n' },
  { kind: 'conflict', base: 'c', mine: 'mine', theirs: 'theirs' },
];
const choose = (chosen: Partial<Record<number, Choice>>) => (index: number) =>
  chosen[index] ?? defaultChoice(CHUNKS[index]!);

test('what only one side changed is taken; what both changed waits for the user', () => {
  expect(undecided(CHUNKS, choose({}))).toBe(1);
  expect(undecided(CHUNKS, choose({ 2: 'mine' }))).toBe(0);
});

test('the choices make the text, both sides on lines of their own', () => {
  expect(together(CHUNKS, choose({ 2: 'theirs' }))).toBe('a\nB\ntheirs');
  expect(together(CHUNKS, choose({ 1: 'mine', 2: 'both' }))).toBe('a\nb\nmine\ntheirs');
});
