// Terms as CSV (RFC 4180): a header of language tags, one term a line. Other programs' tables are read too.
import type { Alias, Term } from '#shared/terms.ts';
import type { Languages, ReadTerms } from './exchange.ts';

const BETWEEN = ' | ';

/** The term base as CSV. Cells that a spreadsheet would run as a formula are kept from it. */
export function toCsv(terms: readonly Term[], { primary, secondary }: Languages): string {
  const head = [
    primary,
    secondary,
    ...[primary, secondary].flatMap((tag) => [`${tag} admitted`, `${tag} deprecated`]),
    'note',
  ];
  const rows = terms.map((term) => {
    const forms = (side: Alias['side'], status: Alias['status']): string =>
      term.aliases
        .filter((alias) => alias.side === side && alias.status === status)
        .map(({ text }) => text)
        .join(BETWEEN);
    return [
      term.primary,
      term.secondary,
      forms('primary', 'admitted'),
      forms('primary', 'deprecated'),
      forms('secondary', 'admitted'),
      forms('secondary', 'deprecated'),
      term.note,
    ];
  });
  return `\uFEFF${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /["\n\r,;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Line = { line: number; cells: string[] };

/** Cuts CSV into cells; `line` is the line a record begins in. A quote that is never closed is a problem of its line. */
export function parseCsv(text: string): { rows: Line[]; problems: ReadTerms['problems'] } {
  const delimiter = delimiterOf(text);
  const rows: Line[] = [];
  const problems: ReadTerms['problems'] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let begun = 1;
  let isQuoted = false;
  let wasQuoted = false;
  let opened = 1;
  const endCell = (): void => {
    cells.push(wasQuoted ? cell : cell.trim());
    cell = '';
    wasQuoted = false;
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\n' || (char === '\r' && text.charAt(at + 1) !== '\n')) line += 1;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell.trim() === '') {
      isQuoted = true;
      wasQuoted = true;
      opened = line;
      cell = '';
    } else if (char === delimiter) endCell();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(at + 1) === '\n') continue;
      endRow();
    } else cell += char;
  }
  if (isQuoted) problems.push({ line: opened, message: 'A quotation mark is never closed.' });
  else endRow();
  return { rows, problems };
}

/** The separator that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const first = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (char: string): number => first.split(char).length - 1;
  return ['\t', ';'].find((char) => count(char) > count(',')) ?? ',';
}

type Column = 'primary' | 'secondary' | 'note' | { side: Alias['side']; status: Alias['status'] };

/** Reads terms from CSV. Without a header the first columns are primary, secondary, note. */
export function readCsv(text: string, sideOf: (tag: string) => Alias['side'] | null): ReadTerms {
  const { rows, problems } = parseCsv(text);
  const [head] = rows;
  const named = head?.cells.map((cell) => columnOf(cell, sideOf)) ?? [];
  const hasHead = named.includes('primary') || named.includes('secondary');
  const columns: (Column | null)[] = hasHead ? named : ['primary', 'secondary', 'note'];
  const terms: ReadTerms['terms'] = [];
  for (const { line, cells } of hasHead ? rows.slice(1) : rows) {
    const term = { line, primary: '', secondary: '', note: '', aliases: [] as Alias[] };
    for (const [index, raw] of cells.entries()) {
      const column = columns[index];
      const cell = raw.replace(/^'(?=[=+\-@\t\r])/, '').trim();
      if (!column || cell === '') continue;
      if (typeof column === 'string') term[column] = cell;
      else
        for (const form of cell.split(/\s*\|\s*/).filter(Boolean)) {
          term.aliases.push({ side: column.side, status: column.status, text: form });
        }
    }
    if (cells.length > columns.length && hasHead) {
      problems.push({ line, message: `This line has ${cells.length} cells, the header ${columns.length}.` });
    } else if (!term.primary && !term.secondary) problems.push({ line, message: 'There is no term in this line.' });
    else terms.push(term);
  }
  return { terms, problems };
}

function columnOf(cell: string, sideOf: (tag: string) => Alias['side'] | null): Column | null {
  const [, name = '', kind = ''] = /^(\S+)(?:\s+(admitted|deprecated))?$/i.exec(cell.trim()) ?? [];
  if (/^notes?$/i.test(name)) return 'note';
  const side = /^primary$/i.test(name) ? 'primary' : /^secondary$/i.test(name) ? 'secondary' : sideOf(name);
  if (!side) return null;
  return kind ? { side, status: kind.toLowerCase() as Alias['status'] } : side;
}
