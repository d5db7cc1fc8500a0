// `glossa list|export matrix` and `outline`: the views of findings as texts.
import { AppError } from '#shared/errors.ts';
import { Id } from '#shared/values.ts';
import type { Verb } from '../verb.ts';

const FORMATS = ['markdown', 'csv', 'html'] as const;
const SIDES = ['both', 'primary', 'secondary'] as const;

function oneOf<T extends string>(all: readonly T[], given: string | undefined, option: string): T {
  const found = all.find((one) => one === (given ?? all[0]));
  if (!found) throw new AppError('bad_input', `--${option} is one of ${all.join(', ')}.`);
  return found;
}

function idOf(given: string, what: string): string {
  if (!Id.safeParse(given).success) throw new AppError('bad_input', `"${given}" is not the id of ${what}.`);
  return given;
}

export const exportMatrix: Verb = {
  name: 'export matrix',
  usage: 'ID [--format markdown|csv|html] [--side both|primary|secondary]',
  help: 'A matrix as Markdown, CSV or HTML.',
  positionals: [1, 1],
  options: ['format', 'side'],
  async run({ client }, { positionals: [id = ''], options }) {
    const format = oneOf(FORMATS, options['format'], 'format');
    const side = oneOf(SIDES, options['side'], 'side');
    const file = await client.matrix.export({ id: idOf(id, 'a matrix. See: glossa list matrices'), format, side });
    return { json: file, text: file.text.replace(/\n$/u, '') };
  },
};

export const exportOutline: Verb = {
  name: 'export outline',
  usage: 'ID [--side both|primary|secondary]',
  help: 'An outline as Markdown, with quotes and citations.',
  positionals: [1, 1],
  options: ['side'],
  async run({ client }, { positionals: [id = ''], options }) {
    const side = oneOf(SIDES, options['side'], 'side');
    const file = await client.outlines.export({ id: idOf(id, 'an outline. See: glossa list outlines'), side });
    return { json: file, text: file.text.replace(/\n$/u, '') };
  },
};
