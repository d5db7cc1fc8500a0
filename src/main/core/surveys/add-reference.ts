// A new entry at the end of a survey's reference list, written as its other entries are.
import type { Author, Paper } from '#shared/papers.ts';
import type { ParsedSurvey } from './parse/types.ts';
import { commonLineEnd, lineEnd, lineStart } from './parse/rewrap.ts';

type Style = 'mla' | 'apa' | 'vancouver' | 'ieee' | 'gbt';

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The style most entries of a list are in; MLA, which Google Scholar gives, where nothing tells. */
function styleOf(entries: readonly string[]): Style {
  const votes = new Map<Style, number>();
  for (const raw of entries) {
    const style: Style = /\[[JCMD](?:\/OL)?\]|\[EB\/OL\]/.test(raw)
      ? 'gbt'
      : /\bvol\.\s*\d+|\bpp\.\s*\d+/.test(raw)
        ? 'ieee'
        : /^[^"“]{3,200}?\((?:19|20)\d{2}[a-z]?\)\.\s/u.test(raw.replace(/^[[\]"]+/, ''))
          ? 'apa'
          : /\p{L} \p{Lu}{1,3}[,.](?!\w)/u.test(raw.slice(0, 60)) && !/["“]/.test(raw)
            ? 'vancouver'
            : 'mla';
    votes.set(style, (votes.get(style) ?? 0) + 1);
  }
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'mla';
}

const initials = (given: string, gap: string, dot: string): string =>
  isHan(given)
    ? given
    : given
        .split(/[\s.]+/)
        .filter((part) => part !== '')
        .map((part) =>
          part
            .split('-')
            .map((piece) => piece.slice(0, 1).toUpperCase() + dot)
            .join('-'),
        )
        .join(gap);

const family = (author: Author): string => ('literal' in author ? author.literal : author.family);
const given = (author: Author): string => ('literal' in author ? '' : author.given);
const han = (author: Author): boolean => isHan(family(author));

function people(authors: readonly Author[], style: Style): string {
  const several = (names: string[], most: number, more: string, join = ', '): string =>
    names.length > most ? [...names.slice(0, most), more].join(join) : names.join(join);
  const shown = (author: Author, form: (a: Author) => string): string =>
    han(author) ? family(author) + given(author) : given(author) === '' ? family(author) : form(author);
  const [first] = authors;
  if (first === undefined) return '';
  const more = han(first) ? '等' : 'et al';
  const names = (form: (a: Author) => string): string[] => authors.map((author) => shown(author, form));
  switch (style) {
    case 'gbt':
      return several(
        names((a) => `${family(a)} ${initials(given(a), ' ', '')}`),
        3,
        more,
      );
    case 'vancouver':
      return several(
        names((a) => `${family(a)} ${initials(given(a), '', '')}`),
        6,
        `${more}.`,
      );
    case 'ieee': {
      const all = names((a) => `${initials(given(a), ' ', '.')} ${family(a)}`);
      return all.length > 6
        ? `${all[0]} et al.`
        : all.length < 3
          ? all.join(' and ')
          : `${all.slice(0, -1).join(', ')}, and ${all.at(-1)}`;
    }
    case 'apa': {
      const all = names((a) => `${family(a)}, ${initials(given(a), ' ', '.')}`);
      return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')}, & ${all.at(-1)}`;
    }
    case 'mla': {
      const lead = shown(first, (a) => `${family(a)}, ${given(a)}`);
      const [, second] = authors;
      if (second === undefined) return lead;
      return authors.length > 2 ? `${lead}, et al` : `${lead}, and ${shown(second, (a) => `${given(a)} ${family(a)}`)}`;
    }
  }
}

const ended = (text: string): string => (text === '' || /[.。]$/.test(text) ? text : `${text}.`);

/** One entry for a paper, its title linked where the list links titles. */
function entryFor(paper: Paper, style: Style, isLinked: boolean): string {
  const { title, container, volume, issue, pages, year } = paper;
  const url =
    paper.url ??
    (paper.doi ? `https://doi.org/${paper.doi}` : paper.arxivId ? `https://arxiv.org/abs/${paper.arxivId}` : null);
  const linked = (text: string): string => (isLinked && url !== null ? `[${text}](${url})` : text);
  const who = people(paper.authors, style);
  const number = volume + (issue ? `(${issue})` : '');
  const plainUrl = !isLinked && url !== null ? ` ${url}` : '';
  const list = (parts: (string | number | null)[], join = ', '): string =>
    parts.filter((part) => part !== null && part !== '').join(join);
  switch (style) {
    case 'gbt': {
      const mark = paper.type === 'paper-conference' ? 'C' : paper.type === 'book' ? 'M' : 'J';
      const where = `${list([container, year, number])}${pages ? `: ${pages}` : ''}`;
      return `${list([ended(who), `${linked(title)}[${mark}]. ${ended(where)}`], ' ')}${plainUrl}`;
    }
    case 'vancouver':
      return `${list([ended(who), ended(linked(title)), ended(container), ended(`${year ?? ''}${number ? `;${number}` : ''}${pages ? `:${pages}` : ''}`)], ' ')}${plainUrl}`;
    case 'ieee':
      return `${list([who, linked(`"${title},"`)])} ${ended(list([container, volume && `vol. ${volume}`, issue && `no. ${issue}`, pages && `pp. ${pages}`, year]))}${plainUrl}`;
    case 'apa':
      return `${list([who, year === null ? '' : `(${year}).`, ended(linked(title)), ended(list([container, number, pages]))], ' ')}${plainUrl}`;
    case 'mla': {
      const where = `${list([container, volume + (issue ? `.${issue}` : '')], ' ')}${year === null ? '' : ` (${year})`}${pages ? `: ${pages}` : ''}`;
      return `${list([ended(who), linked(`"${title}."`), ended(where.trim())], ' ')}${plainUrl}`;
    }
  }
}

/** The text with one more entry; the list is made where there is none. */
export function withReference(text: string, survey: ParsedSurvey, paper: Paper): string {
  const eol = commonLineEnd(text);
  const { references } = survey;
  const last = references.at(-1);
  const raws = references.map(({ raw }) => raw);
  const isLinked = raws.filter((raw) => /\]\(https?:/.test(raw)).length * 2 >= raws.length && raws.length > 0;
  const entry = entryFor(paper, styleOf(raws), isLinked || raws.length === 0);
  if (last === undefined) {
    const heading = survey.sections.find(({ isReferences }) => isReferences);
    if (heading) {
      const at = lineEnd(text, heading.end);
      return `${text.slice(0, at)}${eol}1. ${entry}${text.slice(at)}`;
    }
    const gap = text === '' ? '' : /(?:\r\n|\n|\r)$/.test(text) ? eol : eol + eol;
    return `${text}${gap}## ${isHan(text) && !/^#+ +(?:Introduction|Reference)/m.test(text) ? '参考文献' : 'References'}${eol}1. ${entry}${eol}`;
  }
  const front = text.slice(lineStart(text, last.start), last.start);
  const inner = /^(?:\[\^?\d+\]:?|【\d+】|[(（]\d+[)）]|\d+[.)、])\s*/.exec(last.raw)?.[0] ?? '';
  const marker = (front + inner).replace(/\d+/, (number) => String(Number(number) + 1));
  const at = lineEnd(text, last.end);
  const blank = /^(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(references.at(-2)?.end ?? text.length));
  return `${text.slice(0, at)}${blank ? eol : ''}${eol}${marker}${entry}${text.slice(at)}`;
}
