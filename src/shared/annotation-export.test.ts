import { describe, expect, it } from 'vitest';
import { exportAnnotations, type ExportWords } from './annotation-export.ts';
import type { AnnotationLine } from './annotations.ts';

const line = (id: string, more: Partial<AnnotationLine> = {}): AnnotationLine => ({
  id,
  paperId: 'p',
  sha256: 'a'.repeat(64),
  kind: 'highlight',
  color: 'yellow',
  commentPrimary: '',
  commentSecondary: '',
  author: '',
  evidence: [],
  passageIds: [],
  updatedAt: 1,
  quote: 'Readers who gloss remember more.',
  page: 3,
  pageLabel: 'iii',
  how: 'made',
  score: 1,
  rect: null,
  ...more,
});
const words: ExportWords = {
  title: 'Annotations',
  paper: () => 'On Notes',
  color: (color) => (color === 'yellow' ? 'Result' : color),
  kind: (kind) => kind,
  page: (label) => `p. ${label}`,
  tags: (id) => (id === 'b' ? ['key idea'] : []),
};
const groups = [
  { label: 'Result', lines: [line('a', { commentPrimary: 'So?', commentSecondary: '是吗？' })] },
  { label: '', lines: [line('b', { kind: 'area', color: 'blue', quote: '', commentPrimary: '=SUM(A1), "x"' })] },
];

describe('a list of annotations as a file', () => {
  it('is Markdown with quotes, links to their pages, colours by their meaning and both comments', () => {
    expect(exportAnnotations('markdown', groups, words)).toBe(
      [
        '# Annotations',
        '## Result',
        '### On Notes',
        '> Readers who gloss remember more.',
        '[p. iii](glossa:annotation/a) · Result · highlight',
        'So?',
        '是吗？',
        '## On Notes',
        '[p. iii](glossa:annotation/b) · blue · area · #key-idea',
        '=SUM(A1), "x"\n',
      ].join('\n\n'),
    );
  });

  it('is a table no spreadsheet takes for formulas', () => {
    const [head, first, second] = exportAnnotations('csv', groups, words).split('\r\n');
    expect(head).toMatch(/^\uFEFFpaper,page,kind/);
    expect(first).toBe('On Notes,iii,highlight,yellow,Result,Readers who gloss remember more.,So?,是吗？,,,a');
    expect(second).toContain(`"'=SUM(A1), ""x"""`);
  });

  it('is JSON with everything a program needs', () => {
    expect(JSON.parse(exportAnnotations('json', groups, words))).toMatchObject([
      { id: 'a', group: 'Result', page: 3, pageLabel: 'iii', meaning: 'Result', tags: [] },
      { id: 'b', tags: ['key idea'], rect: null },
    ]);
  });
});
