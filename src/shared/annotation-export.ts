// Lists of annotations as files: Markdown to read, CSV for tables, JSON for programs. Pure; in the order given.
import type { AnnotationColor, AnnotationLine } from './annotations.ts';

export type ExportFormat = 'markdown' | 'csv' | 'json';

/** What a list in a file says beyond the annotations: names in the reader's language. */
export type ExportWords = {
  title: string;
  paper: (paperId: string | null) => string;
  color: (color: AnnotationColor) => string;
  kind: (kind: AnnotationLine['kind']) => string;
  page: (label: string) => string;
  tags: (annotationId: string) => string[];
};
export type ExportGroup = { label: string; lines: readonly AnnotationLine[] };

/** The whole file. */
export function exportAnnotations(format: ExportFormat, groups: readonly ExportGroup[], words: ExportWords): string {
  if (format === 'markdown') return markdown(groups, words);
  const lines = groups.flatMap((group) => group.lines.map((line) => ({ group: group.label, line })));
  return format === 'csv'
    ? csv(lines, words)
    : `${JSON.stringify(
        lines.map((each) => record(each, words)),
        null,
        2,
      )}\n`;
}

type Grouped = { group: string; line: AnnotationLine };

function markdown(groups: readonly ExportGroup[], words: ExportWords): string {
  const parts = [`# ${words.title}`];
  for (const { label, lines } of groups) {
    if (label) parts.push(`## ${label}`);
    let paper: string | undefined;
    for (const line of lines) {
      const title = words.paper(line.paperId);
      if (title !== paper && title !== label) parts.push(`${label ? '###' : '##'} ${title}`);
      paper = title;
      const link = `[${words.page(line.pageLabel)}](glossa:annotation/${line.id})`;
      const tags = words.tags(line.id).map((tag) => `#${tag.replace(/\s+/gu, '-')}`);
      const about = [
        link,
        words.color(line.color),
        words.kind(line.kind),
        ...(line.author ? [line.author] : []),
        ...tags,
      ];
      parts.push([quoted(line.quote), about.join(' · ')].filter(Boolean).join('\n\n'));
      for (const comment of [line.commentPrimary, line.commentSecondary])
        if (comment.trim()) parts.push(comment.trim());
    }
  }
  return `${parts.join('\n\n')}\n`;
}

const quoted = (quote: string): string =>
  quote.trim() === ''
    ? ''
    : quote
        .trim()
        .split('\n')
        .map((row) => `> ${row}`)
        .join('\n>\n');

function record({ group, line }: Grouped, words: ExportWords) {
  return {
    id: line.id,
    ...(group ? { group } : {}),
    paper: words.paper(line.paperId),
    paperId: line.paperId,
    sha256: line.sha256,
    page: line.page,
    pageLabel: line.pageLabel,
    kind: line.kind,
    color: line.color,
    meaning: words.color(line.color),
    quote: line.quote,
    commentPrimary: line.commentPrimary,
    commentSecondary: line.commentSecondary,
    author: line.author,
    tags: words.tags(line.id),
    findingIds: line.evidence.map(({ findingId }) => findingId),
    rect: line.rect,
    updatedAt: line.updatedAt,
  };
}

const COLUMNS = [
  'paper',
  'page',
  'kind',
  'color',
  'meaning',
  'quote',
  'commentPrimary',
  'commentSecondary',
  'tags',
  'author',
  'id',
] as const;

/** RFC 4180; a cell that a spreadsheet would take for a formula is shown as text. */
function csv(lines: readonly Grouped[], words: ExportWords): string {
  const cell = (value: string): string => {
    const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
    return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = lines.map((each) => {
    const { tags, pageLabel, ...rest } = record(each, words);
    const values = { ...rest, page: pageLabel, tags: tags.join('; ') };
    return COLUMNS.map((column) => cell(String(values[column]))).join(',');
  });
  return `\uFEFF${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}
