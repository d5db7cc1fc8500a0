// `glossa undo`, `redo` and `doctor`.
import { ERROR_CODES } from '#shared/errors.ts';
import type { Verb } from '../verb.ts';

export const undo: Verb = travel('undo', 'Take back the latest step.', 'Took back', 'There is nothing to undo.');
export const redo: Verb = travel('redo', 'Do again what was taken back.', 'Did again', 'There is nothing to redo.');

function travel(name: 'undo' | 'redo', help: string, did: string, nothing: string): Verb {
  return {
    name,
    usage: '',
    help,
    positionals: [0, 0],
    options: [],
    async run({ client }) {
      const answer = await client.history[name]({});
      return {
        json: answer,
        text: answer.step ? `${did}: ${answer.step.label} ${answer.step.subject}`.trimEnd() : nothing,
      };
    },
  };
}

export const doctor: Verb = {
  name: 'doctor',
  usage: '',
  help: 'Look at everything in the library; change nothing.',
  positionals: [0, 0],
  options: [],
  async run({ client }) {
    const found = await client.library.doctor({});
    const text = found.checks.map(({ name, ok, message }) => `${ok ? 'ok ' : 'BAD'}  ${name}: ${message}`).join('\n');
    return { json: found, text, exitCode: found.ok ? 0 : ERROR_CODES.damaged.exit };
  },
};
