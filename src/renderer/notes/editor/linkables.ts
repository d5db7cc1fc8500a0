// The things of the library one can link to by typing.
import { read } from '../../data/read.ts';
import type { Linkable } from './completion.ts';

/** Papers, findings, surveys, free notes, terms and the paper's own highlights; read once and kept while they are fresh. */
export async function readLinkables(
  languages: { primary: string; secondary: string },
  paperId?: string,
): Promise<Linkable[]> {
  const [papers, findings, surveys, free, terms, marks] = await Promise.all([
    read('papers', 'list', {}),
    read('findings', 'list', {}),
    read('surveys', 'list', {}),
    read('notes', 'free', {}),
    read('terms', 'list', {}),
    paperId ? read('annotations', 'list', { paperId }) : [],
  ]);
  return [
    ...papers.map((paper): Linkable => ({
      kind: 'paper',
      id: paper.id,
      name: paper.title || paper.titleSecondary,
      also: [paper.titleSecondary, paper.citekey, String(paper.year ?? '')].join(' '),
    })),
    ...findings.map((finding): Linkable => ({
      kind: 'finding',
      id: finding.id,
      name: finding.primary || finding.secondary,
      lang: finding.primary ? languages.primary : languages.secondary,
      also: finding.secondary,
    })),
    ...marks.map((mark): Linkable => ({ kind: 'annotation', id: mark.id, name: mark.anchor.quote, also: '' })),
    ...surveys.map((survey): Linkable => ({
      kind: 'survey',
      id: survey.id,
      name: survey.title || survey.fileName,
      also: survey.fileName,
    })),
    ...free.map((note): Linkable => ({
      kind: 'note',
      id: note.id,
      name: note.title || note.titleSecondary || note.passages[0]?.primary || note.passages[0]?.secondary || '',
      also: note.titleSecondary,
    })),
    ...terms.map((term): Linkable => ({
      kind: 'term',
      id: term.id,
      name: term.primary || term.secondary,
      lang: term.primary ? languages.primary : languages.secondary,
      also: [term.secondary, ...term.aliases.map((alias) => alias.text)].join(' '),
    })),
  ].filter(({ name }) => name.trim() !== '');
}
