// `glossa lint survey`: what a survey still lacks.
import { AppError } from '#shared/errors.ts';
import { Id } from '#shared/values.ts';
import type { Verb } from '../verb.ts';

export const lintSurvey: Verb = {
  name: 'lint survey',
  usage: 'ID',
  help: 'What the survey still lacks, in the order of its text; change nothing.',
  positionals: [1, 1],
  options: [],
  async run({ client }, { positionals: [id = ''] }) {
    if (!Id.safeParse(id).success)
      throw new AppError('bad_input', `"${id}" is not a survey's id. See: glossa list surveys`);
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
