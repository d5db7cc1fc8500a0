import { describe, expect, it } from 'vitest';
import { parseSurvey } from './survey.ts';
import type { ParsedSurvey } from './types.ts';

describe('front matter', () => {
  const head = (yaml: string): ParsedSurvey => parseSurvey(`---\n${yaml}\n---\n# Body\n`);

  it('gives title, date and tags in the forms blogs write them', () => {
    expect(head('title: "[CV] X: y"\ndate: 2019-01-06 23:23:36\ntags:\n- A b\n- 综述').frontMatter).toMatchObject({
      title: '[CV] X: y',
      date: '2019-01-06 23:23:36',
      tags: ['A b', '综述'],
    });
    expect(head('title: 2024\ntags: [a, b]').frontMatter).toMatchObject({ title: '2024', tags: ['a', 'b'] });
    expect(head('tags: a, b').frontMatter).toMatchObject({ title: null, tags: ['a', 'b'] });
    expect(parseSurvey('+++\ntitle = "T"\ntags = ["a", "b"]\n+++\ntext').frontMatter).toMatchObject({
      format: 'toml',
      title: 'T',
      tags: ['a', 'b'],
    });
    expect(head('date: x').title).toBe('Body');
  });

  it.each([
    ['malformed', 'title: [a\nb: "c'],
    ['a tab', 'title:\n\t- a'],
    ['an alias bomb', `a: &a [x,x]\n${Array.from({ length: 60 }, (_, i) => `b${i}: *a`).join('\n')}`],
    ['a recursive alias', 'a: &a\n  b: *a\ntitle: *a'],
    ['a code tag', 'title: !!js/function "function(){ throw 1 }"'],
    ['a prototype key', '__proto__:\n  title: bad\nconstructor: 1'],
    ['no fields', 'title: x\n- b: c'],
    ['duplicate keys', 'title: a\ntitle: b'],
    ['too much', `title: ${'x'.repeat(70_000)}`],
  ])('with %s is kept verbatim and leaves the body intact', (_name, yaml) => {
    const read = head(yaml);
    expect(read.frontMatter?.raw).toBe(`---\n${yaml}\n---`);
    expect(read.sections).toMatchObject([{ title: 'Body', line: yaml.split('\n').length + 3 }]);
  });

  it('of malformed YAML, and code, gives a warning and runs nothing', () => {
    expect(head('title: [a\nb: "c').warnings).toHaveLength(1);
    const code = parseSurvey('---js\nthrow new Error("ran")\n---\n# Body\n');
    expect(code.warnings).toMatchObject([{ line: 1 }]);
    expect(code.frontMatter).toMatchObject({ format: 'other', title: null });
    expect(code.sections).toMatchObject([{ title: 'Body', line: 4 }]);
  });

  it('is not a rule with prose behind it, nor a block that never ends', () => {
    expect(parseSurvey('---\nJust a line of prose\n---\n').frontMatter).toBeNull();
    expect(parseSurvey('---\ntitle: x\n\n# Body\n').frontMatter).toBeNull();
  });
});
