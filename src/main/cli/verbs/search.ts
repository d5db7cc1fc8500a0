// `glossa search` finds things in the library; `glossa index` says how far the index is, or makes it anew.
import { AppError } from '#shared/errors.ts';
import { type Hit, HitKind, type IndexState } from '#shared/search.ts';
import { finishJob } from '../../host/client.ts';
import type { Verb } from '../verb.ts';

export const search: Verb = {
  name: 'search',
  usage: 'QUERY [--kind page|finding|note|annotation|survey|paper|term] [--limit N] [--offset N] [--one-language]',
  help: 'Search pages, notes, findings, annotations, surveys, papers and terms.',
  positionals: [1, 100],
  options: ['kind', 'limit', 'offset', 'one-language!'],
  async run({ client }, { positionals, options }) {
    const kinds = options['kind']?.split(',').map(kindOf);
    const { tookMs, total, hits, corrected, across, facets } = await client.search.query({
      query: positionals.join(' '),
      ...(kinds && { kinds }),
      limit: count(options['limit'] ?? '20', '--limit', 1, 500),
      offset: count(options['offset'] ?? '0', '--offset', 0, 1_000_000),
      across: options['one-language'] === undefined,
      rects: true,
      wait: true,
    });
    return {
      json: { took_ms: tookMs, total, hits, corrected, across, facets },
      text: [
        ...hits.map(line),
        `${total} ${total === 1 ? 'hit' : 'hits'}${corrected ? ` for “${corrected}”` : ''}`,
      ].join('\n'),
    };
  },
};

function line({ kind, title, pageLabel, section, snippet, via }: Hit): string {
  const where = [title, pageLabel && `p. ${pageLabel}`, section].filter(Boolean).join(' · ');
  const why = via ? ` (${via.asked} → ${via.found || via.from})` : '';
  return `${kind.padEnd(10)} ${where}${why}\n           ${snippet}`;
}

function kindOf(text: string): HitKind {
  const kind = HitKind.safeParse(text.trim());
  if (kind.success) return kind.data;
  throw new AppError('bad_input', `--kind takes one or more of ${HitKind.options.join(', ')}, not "${text}".`);
}

function count(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new AppError('bad_input', `${name} takes a number from ${least} to ${most}, not "${text}".`);
}

export const indexStatus: Verb = {
  name: 'index status',
  usage: '',
  help: 'How far the full-text index is.',
  positionals: [0, 0],
  options: [],
  async run({ client }) {
    const state = await client.search.state({});
    return { json: state, text: inWords(state) };
  },
};

export const indexRebuild: Verb = {
  name: 'index rebuild',
  usage: '',
  help: 'Throw the full-text index away and make it anew; ends when it is complete.',
  positionals: [0, 0],
  options: [],
  async run({ client }) {
    const state = await finishJob<IndexState>(client, await client.search.rebuild({}));
    return { json: state, text: inWords(state) };
  },
};

function inWords({ state, pages, allPages, items, message }: IndexState): string {
  if (state === 'ready') return `up to date: ${pages} pages, ${items} other texts`;
  return `${state}: ${pages} of ${allPages} pages${message ? ` (${message})` : ''}`;
}
