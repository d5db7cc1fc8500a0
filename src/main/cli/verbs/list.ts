// `glossa list papers|surveys|findings|annotations|notes`
import type { PaperItem } from '#shared/papers.ts';
import type { Library, Verb } from '../verb.ts';

type Listing = { help: string; rows(library: Library): Promise<object[]>; line(row: never): string };

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text).replaceAll('\n', ' ');

const authors = ({ authors: all }: PaperItem): string => {
  const names = all.map((author) => ('literal' in author ? author.literal : author.family));
  return names.length > 2 ? `${names[0]} et al.` : names.join(', ');
};

function listing<T extends object>(
  help: string,
  rows: (library: Library) => Promise<T[]>,
  line: (row: T) => string,
): Listing {
  return { help, rows, line };
}

const listings = {
  papers: listing(
    'The papers, with their files and how much has been written about each.',
    ({ client }) => client.papers.list({}),
    (paper) =>
      `${paper.id}  ${paper.citekey}  ${authors(paper)} ${paper.year ?? ''}  ${short(paper.title)}  [${paper.files.length} PDF, ${paper.findings} findings, ${paper.annotations} annotations]`,
  ),
  surveys: listing(
    'The surveys.',
    ({ client }) => client.surveys.list({}),
    (survey) => `${survey.id}  ${short(survey.title)}  [${survey.papers} papers, ${survey.findings} findings]`,
  ),
  findings: listing(
    'The findings, with their evidence.',
    ({ client }) => client.findings.list({}),
    (finding) => `${finding.id}  ${short(finding.primary || finding.secondary)}  [${finding.evidence.length} evidence]`,
  ),
  annotations: listing(
    'The annotations, each with its anchor.',
    ({ client }) => client.annotations.list({}),
    (annotation) =>
      `${annotation.id}  ${annotation.color}  p. ${annotation.anchor.pageLabel}  ${short(annotation.anchor.quote)}`,
  ),
  notes: listing(
    'The notes, with their passages in two languages.',
    ({ client }) => client.notes.list({}),
    (note) =>
      [note.id, ...note.passages.map((passage) => `  ${short(passage.primary)} | ${short(passage.secondary)}`)].join(
        '\n',
      ),
  ),
  matrices: listing(
    'The matrices.',
    ({ client }) => client.matrix.list({}),
    (matrix) => `${matrix.id}  ${short(matrix.title || matrix.titleSecondary)}`,
  ),
  outlines: listing(
    'The outlines for writing.',
    ({ client }) => client.outlines.list({}),
    (outline) => `${outline.id}  ${short(outline.title || outline.titleSecondary)}`,
  ),
} satisfies Record<string, Listing>;

export const lists: Verb[] = Object.entries<Listing>(listings).map(([name, { help, rows, line }]) => ({
  name: `list ${name}`,
  usage: '',
  help,
  positionals: [0, 0],
  options: [],
  async run(library) {
    const json = await rows(library);
    return { json, text: json.map((row) => line(row as never)).join('\n') };
  },
}));
