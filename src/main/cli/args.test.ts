import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readInvocation } from './args.ts';
import { verbs } from './verbs.ts';

const read = (line: string) => readInvocation(line.split(' ').filter(Boolean), verbs);

test('a verb of two words is found with its arguments', () => {
  const { verb, args, library, isJson } = read('import pdf a.pdf b --library /l --json');
  expect([verb.name, args.positionals, library, isJson]).toEqual(['import pdf', ['a.pdf', 'b'], resolve('/l'), true]);
});

test('options may stand anywhere', () => {
  expect(read('--json --library /l list papers').verb.name).toBe('list papers');
  expect(read('text --page 3 abc').args).toEqual({ positionals: ['abc'], options: { page: '3' } });
});

test('-o is the output', () => {
  expect(read('export survey 1 -o out.md').args.options).toEqual({ output: 'out.md' });
});

test('without --library it is the default one', () => {
  expect(read('list papers').library).toBeNull();
});

test.each([
  ['', /No verb/],
  ['fly', /Unknown verb "fly"/],
  ['list dreams', /Unknown verb "list dreams"/],
  ['import', /Unknown verb "import"/],
  ['list papers extra', /Usage: glossa list papers/],
  ['import pdf', /Usage: glossa import pdf PATH/],
  ['list papers --page 3', /Usage: glossa list papers/],
  ['list papers --fly', /fly/],
  ['text abc --page', /page/],
  ['list papers --library=', /--library needs/],
])('"%s" is bad input', (line, message) => {
  const attempt = () => read(line);
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(expect.objectContaining({ code: 'bad_input' }));
});

test('docs/cli.md describes every verb as the program understands it, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/cli.md'), 'utf8');
  const headings = page.split('\n').filter((line) => line.startsWith('### '));
  const described = headings.flatMap((line) => [...line.matchAll(/`glossa ([^`]+)`/g)].map(([, verb]) => verb));
  expect(new Set(described)).toEqual(new Set(verbs.map(({ name, usage }) => `${name} ${usage}`.trim())));
  expect(described).toHaveLength(verbs.length);
});
