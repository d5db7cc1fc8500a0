// Terms as TBX-Basic (ISO 30042:2019, DCA style). Files of the older edition (martif, langSet, tig) are read too.
import type { Alias, Term } from '#shared/terms.ts';
import type { Languages, ReadTerms } from './exchange.ts';
import { descendants, elementsOf, parseXml, textOf, type Element } from './xml.ts';

const STATUS = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
};

/** Characters XML 1.0 has no place for. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const escaped = (text: string): string =>
  text
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');

/** The term base as TBX-Basic. */
export function toTbx(terms: readonly Term[], languages: Languages): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx type="TBX-Basic" style="dca" xml:lang="${escaped(languages.primary)}" xmlns="urn:iso:std:iso:30042:ed-2">`,
    '<tbxHeader><fileDesc><titleStmt><title>Terms</title></titleStmt><sourceDesc><p>Glossa</p></sourceDesc></fileDesc></tbxHeader>',
    '<text><body>',
    ...terms.flatMap((term) => [
      `<conceptEntry id="c${escaped(term.id)}">`,
      ...(term.note ? [`<note>${escaped(term.note)}</note>`] : []),
      ...langSec(term, 'primary', languages.primary),
      ...langSec(term, 'secondary', languages.secondary),
      '</conceptEntry>',
    ]),
    '</body></text>',
    '</tbx>',
  ];
  return `${lines.join('\n')}\n`;
}

function langSec(term: Term, side: Alias['side'], tag: string): string[] {
  const forms = [
    ...(term[side] ? [{ text: term[side], status: STATUS.preferred }] : []),
    ...term.aliases
      .filter((alias) => alias.side === side)
      .map(({ text, status }) => ({ text, status: STATUS[status] })),
  ];
  if (forms.length === 0) return [];
  return [
    `<langSec xml:lang="${escaped(tag)}">`,
    ...forms.map(
      ({ text, status }) =>
        `<termSec><term>${escaped(text)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`,
    ),
    '</langSec>',
  ];
}

/** Reads terms from TBX; `line` is that of the entry. Throws `bad_input` where it is no well-formed XML. */
export function readTbx(text: string, sideOf: (tag: string) => Alias['side'] | null): ReadTerms {
  const root = parseXml(text);
  const problems: ReadTerms['problems'] = [];
  const terms: ReadTerms['terms'] = [];
  for (const entry of descendants(root, 'conceptEntry', 'termEntry')) {
    const term = { line: entry.line, primary: '', secondary: '', note: notesOf(entry), aliases: [] as Alias[] };
    const foreign: string[] = [];
    for (const section of elementsOf(entry, 'langSec', 'langSet')) {
      const tag = section.attributes['xml:lang'] ?? section.attributes['lang'] ?? '';
      const side = sideOf(tag);
      if (!side) foreign.push(tag || 'no language');
      else for (const form of descendants(section, 'termSec', 'tig', 'ntig')) take(term, side, form);
    }
    if (term.primary || term.secondary) terms.push(term);
    else {
      const why = foreign.length > 0 ? `only ${foreign.join(', ')}` : 'no term';
      problems.push({ line: entry.line, message: `This entry has ${why}.` });
    }
  }
  return { terms, problems };
}

const notesOf = (entry: Element): string =>
  elementsOf(entry, 'note', 'descrip', 'descripGrp')
    .map((element) =>
      (element.name === 'descripGrp' ? elementsOf(element, 'descrip') : [element]).map(textOf).join('\n'),
    )
    .filter(Boolean)
    .join('\n');

type Taken = ReadTerms['terms'][number];

/** The first form that is not another's alias is the preferred one. */
function take(term: Taken, side: Alias['side'], section: Element): void {
  const [element] = descendants(section, 'term');
  const form = element ? textOf(element) : '';
  if (!form) return;
  const status = descendants(section, 'termNote')
    .filter(({ attributes }) => attributes['type'] === 'administrativeStatus')
    .map(textOf)[0];
  const isPreferred = status === undefined || status.startsWith('preferred');
  if (status?.startsWith('deprecated') || status?.startsWith('superseded')) {
    term.aliases.push({ side, text: form, status: 'deprecated' });
  } else if (!term[side]) term[side] = form;
  else if (isPreferred && status !== undefined) {
    term.aliases.push({ side, text: term[side], status: 'admitted' });
    term[side] = form;
  } else term.aliases.push({ side, text: form, status: 'admitted' });
}
