// `glossa export survey`: the Markdown, byte for byte where nothing was changed.
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { Id } from '#shared/values.ts';
import { responseError } from '../../host/client.ts';
import type { Verb } from '../verb.ts';

export const exportSurvey: Verb = {
  name: 'export survey',
  usage: 'ID [-o FILE]',
  help: "The survey's Markdown, on standard output or into a file.",
  positionals: [1, 1],
  options: ['output/o'],
  async run({ send, origin }, { positionals: [surveyId = ''], options }) {
    if (!Id.safeParse(surveyId).success)
      throw new AppError('bad_input', `"${surveyId}" is not a survey's id. See: glossa list surveys`);
    const response = await send(new Request(`${origin}/survey/${surveyId}.md`));
    if (response.status === 404) throw new AppError('not_found', `There is no survey ${surveyId}.`);
    if (!response.ok) throw await responseError(response);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { output } = options;
    if (output === undefined) return { json: { surveyId, markdown: new TextDecoder().decode(bytes) }, text: bytes };
    const file = resolve(output);
    await writeWhole(file, bytes);
    return { json: { surveyId, file, bytes: bytes.length }, text: `Wrote ${file} (${bytes.length} bytes).` };
  },
};

/** All of it or nothing: a temporary file beside it, flushed, then renamed over. Throws `storage`. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.glossa-${randomUUID()}`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new AppError('storage', `${file} could not be written: ${(error as Error).message}`);
  }
}
