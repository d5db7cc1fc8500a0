// `glossa evidence suggest`: the passages that may be evidence for a finding.
import { AppError } from '#shared/errors.ts';
import type { Suggestion } from '#shared/findings.ts';
import { Id } from '#shared/values.ts';
import { finishJob } from '../../host/client.ts';
import type { Verb } from '../verb.ts';

const SCOPES = ['paper', 'library'];

export const evidenceSuggest: Verb = {
  name: 'evidence suggest',
  usage: 'FINDING [--scope paper|library] [--limit 8]',
  help: 'Passages that quote or paraphrase a finding, best first.',
  positionals: [1, 1],
  options: ['scope', 'limit'],
  async run({ client }, { positionals: [findingId = ''], options }) {
    if (!Id.safeParse(findingId).success)
      throw new AppError('bad_input', `"${findingId}" is not a finding's id. See: glossa list findings`);
    const scope = options['scope'] ?? 'paper';
    if (!SCOPES.includes(scope)) throw new AppError('bad_input', `--scope is paper or library, not "${scope}".`);
    const limit = Number(options['limit'] ?? 8);
    if (!Number.isInteger(limit) || limit < 1 || limit > 50)
      throw new AppError('bad_input', '--limit is a whole number from 1 to 50.');
    const found =
      scope === 'paper'
        ? await client.findings.suggest({ findingId, limit })
        : await finishJob<Suggestion[]>(client, await client.findings.suggestInLibrary({ findingId, limit }));
    return { json: found, text: found.map(line).join('\n') };
  },
};

const line = ({ kind, score, pageLabel, sha256, quote }: Suggestion): string =>
  `${kind.padEnd(6)}  ${score.toFixed(2)}  ${sha256.slice(0, 12)}…  p. ${pageLabel}  ${quote.replaceAll('\n', ' ')}`;
