// A matrix as Markdown, CSV or HTML.
import type { Matrix, MatrixCell, MatrixRow } from '#shared/matrix.ts';
import { getAnnotation } from '../annotations/index.ts';
import { fileNameOf } from '../file-name.ts';
import type { Reader, Services } from '../kinds.ts';

type Languages = Pick<Services['library'], 'primary' | 'secondary'>;
type Options = {
  format: 'markdown' | 'csv' | 'html';
  side: 'primary' | 'secondary' | 'both';
  rowIds?: string[] | undefined;
};

/** One cell to be written: its words by language, and its evidence, each a quote and where it stands. */
type Content = { words: { lang: string; text: string }[]; evidence: { quote: string; where: string }[] };
type Table = { title: string; lang: string; head: string[]; rows: { name: string; cells: Content[] }[] };

const FORMATS = {
  markdown: { extension: 'md', type: 'text/markdown; charset=utf-8', write: asMarkdown },
  csv: { extension: 'csv', type: 'text/csv; charset=utf-8', write: asCsv },
  html: { extension: 'html', type: 'text/html; charset=utf-8', write: asHtml },
} as const;

/** Writes a matrix; rows and their order as asked. */
export function exportMatrix(
  db: Reader,
  languages: Languages,
  matrix: Matrix,
  { format, side, rowIds }: Options,
): { fileName: string; type: string; text: string } {
  const { extension, type, write } = FORMATS[format];
  const table = tableOf(db, languages, matrix, side, rowIds);
  return { fileName: `${fileNameOf(table.title || 'matrix')}.${extension}`, type, text: write(table) };
}

function tableOf(
  db: Reader,
  languages: Languages,
  matrix: Matrix,
  side: Options['side'],
  rowIds: string[] | undefined,
): Table {
  const cells = new Map(matrix.cells.map((cell) => [`${cell.rowId} ${cell.columnId}`, cell]));
  const byId = new Map(matrix.rows.map((row) => [row.id, row]));
  const rows = rowIds ? rowIds.flatMap((id) => byId.get(id) ?? []) : matrix.rows;
  return {
    title: named(matrix, side),
    lang: side === 'secondary' ? languages.secondary : languages.primary,
    head: matrix.columns.map((column) => named(column, side)),
    rows: rows.map((row) => ({
      name: nameOf(row, side),
      cells: matrix.columns.map((column) => contentOf(db, languages, cells.get(`${row.id} ${column.id}`), side)),
    })),
  };
}

/** A two-language name in the languages asked for; the other where that one is empty. */
function named({ title, titleSecondary }: { title: string; titleSecondary: string }, side: Options['side']): string {
  if (side === 'both') return [...new Set([title, titleSecondary])].filter(Boolean).join(' / ');
  return side === 'primary' ? title || titleSecondary : titleSecondary || title;
}

function nameOf(row: MatrixRow, side: Options['side']): string {
  const year = row.year === null ? '' : ` (${row.year})`;
  return `${named(row, side === 'both' ? 'primary' : side)}${year}`;
}

function contentOf(db: Reader, languages: Languages, cell: MatrixCell | undefined, side: Options['side']): Content {
  if (!cell) return { words: [], evidence: [] };
  const sides = side === 'both' ? (['primary', 'secondary'] as const) : ([side] as const);
  return {
    words: sides.map((one) => ({ lang: languages[one], text: cell[one].trim() })).filter(({ text }) => text !== ''),
    evidence: cell.annotationIds.map((id) => {
      const { quote, pageLabel } = getAnnotation(db, id).anchor;
      return { quote, where: `p. ${pageLabel}` };
    }),
  };
}

/** Text of one cell: no bar ends it, no line end, and nothing in it is a tag. */
const inMarkdown = (text: string): string =>
  text
    .replace(/<(?=[a-z/!?])/giu, '&lt;')
    .replace(/\\?\|/gu, '\\|')
    .replace(/\s*\n\s*/gu, '<br>');

function asMarkdown({ title, head, rows }: Table): string {
  const cell = ({ words, evidence }: Content): string =>
    [
      ...words.map(({ text }) => inMarkdown(text)),
      ...evidence.map(({ quote, where }) => `“${inMarkdown(quote)}” (${where})`),
    ].join('<br>');
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const lines = [
    line(['', ...head.map(inMarkdown)]),
    line(['---', ...head.map(() => '---')]),
    ...rows.map((row) => line([inMarkdown(row.name), ...row.cells.map(cell)])),
  ];
  return `${title ? `# ${inMarkdown(title)}\n\n` : ''}${lines.join('\n')}\n`;
}

/** What a spreadsheet takes for the start of a formula, wide forms too (OWASP, "CSV Injection"). */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/u;

/** One field by RFC 4180, never a formula. */
export function csvField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asCsv({ head, rows }: Table): string {
  const cell = ({ words, evidence }: Content): string =>
    [...words.map(({ text }) => text), ...evidence.map(({ quote, where }) => `“${quote}” (${where})`)].join('\n');
  const lines = [['', ...head], ...rows.map((row) => [row.name, ...row.cells.map(cell)])];
  // The mark tells spreadsheets that this is UTF-8.
  return `\ufeff${lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('')}`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as HTML shows it, in elements and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (char) => ENTITIES[char] ?? char);

function asHtml({ title, lang, head, rows }: Table): string {
  const paragraph = ({ lang: of, text }: { lang: string; text: string }): string =>
    `<p lang="${escapeHtml(of)}">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
  const cell = ({ words, evidence }: Content): string =>
    `<td>${words.map(paragraph).join('')}${evidence
      .map(({ quote, where }) => `<blockquote>${escapeHtml(quote)} <cite>${escapeHtml(where)}</cite></blockquote>`)
      .join('')}</td>`;
  const body = rows
    .map((row) => `<tr><th scope="row">${escapeHtml(row.name)}</th>${row.cells.map(cell).join('')}</tr>`)
    .join('\n');
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2em}table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.4em .6em;text-align:left;vertical-align:top}p{margin:0 0 .4em}blockquote{margin:.3em 0;padding-left:.6em;border-left:3px solid #ccc;color:#555}</style></head>
<body><h1>${escapeHtml(title)}</h1>
<table><thead><tr><th></th>${head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>
<tbody>
${body}
</tbody></table></body></html>
`;
}
