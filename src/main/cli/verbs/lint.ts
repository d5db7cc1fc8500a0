// `glossa lint survey`: what a survey still lacks. `glossa link survey`: its file on disk beside it.
import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { Id } from '#shared/values.ts';
import { admitPaths } from '../../host/client.ts';
import type { Verb } from '../verb.ts';

export const lintSurvey: Verb = {
  name: 'lint survey',
  usage: 'ID',
  help: 'What the survey still lacks, in the order of its text; change nothing.',
  positionals: [1, 1],
  options: [],
  async run({ client }, { positionals: [id = ''] }) {
    requireId(id);
    const found = await client.surveys.lint({ id });
    const json = found.map(({ rule, line, message, paperId, findingId, passageId, annotationId }) => ({
      rule,
      line,
      message,
      ...(paperId && { paperId }),
      ...(findingId && { findingId }),
      ...(passageId && { passageId }),
      ...(annotationId && { annotationId }),
    }));
    return { json, text: found.map(({ rule, line, message }) => `${line}: ${rule}: ${message}`).join('\n') };
  },
};

export const linkSurvey: Verb = {
  name: 'link survey',
  usage: 'ID FILE',
  help: 'Link a survey to its file on disk; says how the two differ, and changes neither.',
  positionals: [2, 2],
  options: [],
  async run({ client, send, origin }, { positionals: [id = '', file = ''] }) {
    requireId(id);
    const [source = ''] = await admitPaths(send, [resolve(file)], origin);
    await client.surveys.link({ id, source });
    const linked = await client.surveys.file({ id });
    return { json: linked, text: `${linked?.path ?? ''}: ${linked?.state ?? 'gone'}` };
  },
};

function requireId(id: string): void {
  if (!Id.safeParse(id).success)
    throw new AppError('bad_input', `"${id}" is not a survey's id. See: glossa list surveys`);
}
