// The labelled references and how well they are read: what the tests assert and `scripts/measure/references.mjs` prints.
import { readFileSync } from 'node:fs';
import { parseReference } from './reference.ts';

/** An entry as it stands in a list, its style, and the fields it states ("-": must not be found). */
export type Case = { style: string; raw: string; fields: [name: string, value: string][] };

/** The labelled cases beside this file; its first paragraph says how to read them. */
export function readCases(): Case[] {
  const [, ...blocks] = readFileSync(new URL('reference.cases.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n\n');
  return blocks.map((block) => {
    const [head = '', ...lines] = block.split('\n');
    const bar = head.indexOf(' | ');
    const fields = lines.map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon).trim(), line.slice(colon + 2)];
    });
    return { style: head.slice(0, bar), raw: head.slice(bar + 3), fields };
  });
}

/** Every field of a parsed reference as a case writes it. */
export function written(raw: string): Map<string, string> {
  const { authors, ...fields } = parseReference(raw);
  const [author] = authors;
  const first = author === undefined ? null : 'literal' in author ? author.literal : author.family;
  const all = { ...fields, first, people: authors.length };
  return new Map(Object.entries(all).map(([name, value]) => [name, value === null ? '-' : String(value)]));
}

/** How many of a field's labels were read right, and where not. */
export type Score = {
  field: string;
  right: number;
  of: number;
  wrong: { raw: string; wanted: string; found: string }[];
};

/** Scores of every labelled field over some cases. */
export function measure(cases: readonly Case[]): Score[] {
  const scores = new Map<string, Score>();
  for (const { raw, fields } of cases) {
    const found = written(raw);
    for (const [field, wanted] of fields) {
      const score = scores.get(field) ?? { field, right: 0, of: 0, wrong: [] };
      const got = found.get(field) ?? '-';
      score.of += 1;
      if (got === wanted) score.right += 1;
      else score.wrong.push({ raw, wanted, found: got });
      scores.set(field, score);
    }
  }
  return [...scores.values()];
}
