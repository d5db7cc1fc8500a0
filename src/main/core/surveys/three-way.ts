// Three texts set side by side: a base and two that came from it, as chunks of whole lines. After Khanna, Kunal and
// Pierce, "A Formal Investigation of Diff3" (FSTTCS 2007): changes of both that touch are one chunk.
import type { MergeChunk } from '#shared/surveys.ts';
import { hunksOf, linesOfText, type Hunk } from './text-diff.ts';

/** The chunks of three texts, in order; line ends are not compared, and stay as each text has them. */
export function threeWay(base: string, mine: string, theirs: string): MergeChunk[] {
  const [o, a, b] = [linesOfText(base), linesOfText(mine), linesOfText(theirs)];
  const [ours, others] = [hunksOf(o.lines, a.lines), hunksOf(o.lines, b.lines)];
  const chunks: MergeChunk[] = [];
  let done = 0;
  const add = (from: number, to: number, kind?: 'same'): void => {
    const chunk = {
      base: slice(base, o.starts, from, to),
      mine: slice(mine, a.starts, moved(ours, from, 'from'), moved(ours, to, 'to')),
      theirs: slice(theirs, b.starts, moved(others, from, 'from'), moved(others, to, 'to')),
    };
    if (chunk.base + chunk.mine + chunk.theirs !== '') chunks.push({ kind: kind ?? kindOf(chunk), ...chunk });
  };
  for (const { from, to } of clusters([...ours, ...others])) {
    add(done, from, 'same');
    add(from, to);
    done = to;
  }
  add(done, o.lines.length, 'same');
  return chunks;
}

/** Stretches of the base that either text changed. */
function clusters(hunks: readonly Hunk[]): { from: number; to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of hunks.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Where a line of the base lies in a text: before what comes in there, or behind it. */
function moved(hunks: readonly Hunk[], line: number, end: 'from' | 'to'): number {
  let shift = 0;
  for (const hunk of hunks) {
    if (hunk.to > line || (end === 'from' && hunk.to === line && hunk.from === line)) break;
    if (end === 'from' && hunk.from >= line) break;
    shift = hunk.atTo - hunk.to;
  }
  return line + shift;
}

function slice(text: string, starts: readonly number[], from: number, to: number): string {
  return text.slice(starts[from] ?? text.length, starts[to] ?? text.length);
}

const bare = (text: string): string => text.replace(/\r\n?/g, '\n');

function kindOf({ base, mine, theirs }: Omit<MergeChunk, 'kind'>): MergeChunk['kind'] {
  const [o, a, b] = [bare(base), bare(mine), bare(theirs)];
  if (a === b) return a === o ? 'same' : 'both';
  if (a === o) return 'theirs';
  return b === o ? 'mine' : 'conflict';
}

/** Both texts together, each change taken, mine where they clash; and the lines (1-based) where they do. */
export function merged(chunks: readonly MergeChunk[]): { text: string; lines: number[] } {
  let text = '';
  const lines: number[] = [];
  for (const { kind, mine, theirs } of chunks) {
    if (kind === 'conflict') lines.push(linesOfText(text).lines.length);
    text += kind === 'theirs' || kind === 'same' ? theirs : mine;
  }
  return { text, lines };
}
