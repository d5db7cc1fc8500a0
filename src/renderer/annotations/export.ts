// Saves the list that is shown as a file: read whole, in its order and groups.
import { exportAnnotations, type ExportFormat } from '#shared/annotation-export.ts';
import type { AnnotationFilter, AnnotationGroup, AnnotationLine } from '#shared/annotations.ts';
import { read } from '../data/read.ts';
import type { Group } from './list-rows.ts';
import type { ListWords } from './use-export-words.ts';

const TYPES: Record<ExportFormat, { type: string; ending: string }> = {
  markdown: { type: 'text/markdown', ending: 'md' },
  csv: { type: 'text/csv', ending: 'csv' },
  json: { type: 'application/json', ending: 'json' },
};
const STRETCH = 500;

/** Offers the file for saving. What goes wrong in reading is said in a toast by the reader of errors. */
export async function saveList(
  format: ExportFormat,
  filter: AnnotationFilter,
  group: AnnotationGroup,
  words: ListWords,
): Promise<void> {
  const lines: AnnotationLine[] = [];
  let groups: readonly Group[] = [];
  let total = 0;
  do {
    const part = await read('annotations', 'lines', { ...filter, group, offset: lines.length, limit: STRETCH });
    ({ total, groups } = part);
    if (part.lines.length === 0) break;
    for (const line of part.lines) lines.push(line);
  } while (lines.length < total);
  const [taggings, papers] = await Promise.all([
    read('tags', 'taggings', { kind: 'annotation' }),
    read('papers', 'list', {}),
  ]);
  const titles = new Map(papers.map(({ id, title }) => [id, title]));
  let at = 0;
  const parts =
    groups.length === 0
      ? [{ label: '', lines }]
      : groups.map((each) => ({ label: words.group(each), lines: lines.slice(at, (at += each.count)) }));
  const file = exportAnnotations(format, parts, {
    ...words,
    paper: (id) => titles.get(id ?? '') ?? words.untitled,
    tags: (id) => (taggings[id] ?? []).map(words.tagName),
  });
  offer(file, `${words.title.toLowerCase()}.${TYPES[format].ending}`, TYPES[format].type);
}

function offer(content: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
