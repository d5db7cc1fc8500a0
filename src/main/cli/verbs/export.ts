// `glossa export survey`: the Markdown, byte for byte where nothing was changed.
import { randomUUID } from 'node:crypto';
import { chmod, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
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

/**
 * All of it or nothing: a temporary file beside it, flushed, then renamed over. What is no plain file (a pipe, a
 * device) is written to as it stands, and a link to a file stays one. Throws `storage`; `bad_input` for a folder.
 */
async function writeWhole(named: string, bytes: Uint8Array): Promise<void> {
  let temporary: string | null = null;
  try {
    const there = await stat(named).catch(() => null);
    if (there?.isDirectory()) throw new AppError('bad_input', `${named} is a folder; -o takes a file.`);
    if (there && !there.isFile()) return await writeFile(named, bytes);
    const file = there ? await realpath(named) : named;
    temporary = join(dirname(file), `.glossa-${randomUUID()}`);
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (there) await chmod(temporary, there.mode);
    await rename(temporary, file);
  } catch (error) {
    if (temporary) await rm(temporary, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError('storage', `${named} could not be written: ${(error as Error).message}`);
  }
}
