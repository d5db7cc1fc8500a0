// Terms to and from files: told apart, decoded, merged with what is there.
import { readFileSync, statSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import { formKey } from '#shared/term-forms.ts';
import type { Alias, Term, TermFormat, TermImport } from '#shared/terms.ts';
import type { Services, Tx } from '../kinds.ts';
import { readCsv, toCsv } from './csv.ts';
import { listTerms } from './sql.ts';
import { readTbx, toTbx } from './tbx.ts';
import { createTerm, editTerm, type TermFields } from './write.ts';

export type Languages = { primary: string; secondary: string };

/** What a file says: its terms with their lines, and the lines that could not be taken. */
export type ReadTerms = {
  terms: (TermFields & { line: number })[];
  problems: { line: number; message: string }[];
};

const MOST_BYTES = 20 * 1024 * 1024;
const LONGEST = { form: 300, note: 20_000 };

/** The terms of a source. `bad_input` for what is neither CSV nor TBX, `refused` for a file too large. */
export function readTerms(core: Services, source: string): ReadTerms {
  const { path, name } = core.sources.resolve(source);
  if (statSync(path).size > MOST_BYTES) throw new AppError('refused', `${name} is larger than 20 MB.`);
  const text = decode(readFileSync(path), name);
  const sideOf = sideBy(core.library);
  const isXml = /^\s*<(?:\?xml|!--|!DOCTYPE|tbx|martif|TBX)/i.test(text);
  const { terms, problems } = isXml ? readTbx(text, sideOf) : readCsv(text, sideOf);
  const tooLong = terms.filter(
    ({ primary, secondary, aliases, note }) =>
      [primary, secondary, ...aliases.map((alias) => alias.text)].some((form) => form.length > LONGEST.form) ||
      note.length > LONGEST.note,
  );
  return {
    terms: terms.filter((term) => !tooLong.includes(term)),
    problems: [
      ...problems,
      ...tooLong.map(({ line }) => ({ line, message: 'A form here is longer than a term may be.' })),
    ]
      .toSorted((a, b) => a.line - b.line)
      .slice(0, 1000),
  };
}

/** UTF-8 and UTF-16 by their marks; else UTF-8, and where it is none GB 18030. */
function decode(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('gb18030').decode(bytes);
  }
  if (text.includes('\0')) throw new AppError('bad_input', `${name} is not a text file.`);
  return text;
}

/** Which of the library's languages a tag means: the same language, and where both are, the same script. */
function sideBy({ primary, secondary }: Languages): (tag: string) => Alias['side'] | null {
  const sides = [
    ['primary', whole(primary)],
    ['secondary', whole(secondary)],
  ] as const;
  return (tag) => {
    const asked = whole(tag.replaceAll('_', '-'));
    if (!asked) return null;
    const same = sides.filter(([, one]) => one?.language === asked.language);
    return (same.length > 1 ? same.find(([, one]) => one?.script === asked.script) : same[0])?.[0] ?? null;
  };
}

function whole(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}

/** Merges what was read into the term base; without `tx` only says what would be done. */
export function takeTerms(core: Services, { terms, problems }: ReadTerms, tx: Tx | null): TermImport {
  const done = { added: 0, changed: 0, unchanged: 0, problems };
  const known = listTerms(core.db);
  for (const { line: _line, ...fields } of terms) {
    const same = known.find((term) => isSame(term, fields));
    if (!same) {
      done.added += 1;
      const id = tx ? createTerm(tx, fields) : '';
      known.push({ ...fields, id, createdAt: 0, updatedAt: 0, deletedAt: null });
      continue;
    }
    const change = gains(same, fields);
    if (change === null) done.unchanged += 1;
    else {
      done.changed += 1;
      if (tx) editTerm(tx, same.id, change);
      Object.assign(same, change);
    }
  }
  return done;
}

/** The same preferred form, and nothing in the other language that says otherwise. */
function isSame(term: Term, { primary, secondary }: TermFields): boolean {
  const agrees = (a: string, b: string): boolean => !a || !b || formKey(a) === formKey(b);
  const shares = (a: string, b: string): boolean => a !== '' && formKey(a) === formKey(b);
  return (
    (shares(term.primary, primary) && agrees(term.secondary, secondary)) ||
    (shares(term.secondary, secondary) && agrees(term.primary, primary))
  );
}

/** What a term gains from a file; null for nothing. What the user has is never replaced. */
function gains(term: Term, fields: TermFields): Partial<TermFields> | null {
  const has = new Set(
    [{ side: 'primary', text: term.primary }, { side: 'secondary', text: term.secondary }, ...term.aliases].map(
      ({ side, text }) => `${side} ${formKey(text)}`,
    ),
  );
  const fresh = fields.aliases.filter(({ side, text }) => !has.has(`${side} ${formKey(text)}`));
  const change: Partial<TermFields> = {
    ...(!term.primary && fields.primary ? { primary: fields.primary } : {}),
    ...(!term.secondary && fields.secondary ? { secondary: fields.secondary } : {}),
    ...(!term.note && fields.note ? { note: fields.note } : {}),
    ...(fresh.length > 0 ? { aliases: [...term.aliases, ...fresh] } : {}),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** The whole term base as a file's text. */
export function exportTerms(core: Services, format: TermFormat): { fileName: string; mime: string; text: string } {
  const terms = listTerms(core.db);
  return format === 'csv'
    ? { fileName: 'terms.csv', mime: 'text/csv;charset=utf-8', text: toCsv(terms, core.library) }
    : { fileName: 'terms.tbx', mime: 'application/xml;charset=utf-8', text: toTbx(terms, core.library) };
}
