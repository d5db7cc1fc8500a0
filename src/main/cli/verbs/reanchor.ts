// `glossa reanchor`: carries a paper's annotations over to another of its files.
import type { ReanchorReport } from '#shared/annotation-moves.ts';
import { AppError } from '#shared/errors.ts';
import { Id, Sha256 } from '#shared/values.ts';
import { finishJob } from '../../host/client.ts';
import type { Library, Verb } from '../verb.ts';

export const reanchor: Verb = {
  name: 'reanchor',
  usage: 'PAPER --to SHA256',
  help: 'Carry a paper’s annotations over to another of its files; says what was placed and what you must decide.',
  positionals: [1, 1],
  options: ['to'],
  async run(library, { positionals: [paper = ''], options }) {
    const to = Sha256.safeParse(options['to']?.toLowerCase());
    if (!to.success) throw new AppError('bad_input', '--to is needed: the SHA-256 of one of the paper’s files.');
    const paperId = await paperOf(library, paper);
    const started = await library.client.annotations.reanchor({ paperId, to: to.data });
    const report = await finishJob<ReanchorReport>(library.client, started);
    return {
      json: report,
      text: [
        `${report.placed} of ${report.total} placed, ${report.review.length} need you`,
        ...report.fuzzy.map(({ score, quote, now }) => `fuzzy  ${score.toFixed(2)}  ${short(quote)} -> ${short(now)}`),
        ...report.moved.map(({ id, with: words }) => `moved  ${id}  with ${short(words)}`),
        ...report.review.map(({ id, quote }) => `review ${id}  ${short(quote)}`),
      ].join('\n'),
    };
  },
};

/** A paper by its id or its citekey. */
async function paperOf({ client }: Library, name: string): Promise<string> {
  if (Id.safeParse(name).success) return name;
  const found = (await client.papers.list({})).filter(({ citekey }) => citekey === name);
  if (found.length !== 1) throw new AppError('not_found', `There is no paper ${name}. "list papers" shows them all.`);
  return found[0]?.id ?? '';
}

const short = (words: string): string => {
  const line = words.replace(/\s+/g, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
};
