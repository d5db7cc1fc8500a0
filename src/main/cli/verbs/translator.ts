// `glossa translator`: the provider of translation drafts. A program to be run is named here and nowhere else.
import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Provider } from '#shared/translation.ts';
import { admitPaths } from '../../host/client.ts';
import type { Verb } from '../verb.ts';

const shown = (provider: Provider | null): string =>
  provider ? `Drafts come from ${provider.name}.` : 'No provider of translation drafts is set up.';

/** A key stands in the environment: an argument would be seen by every other process. */
function keyFrom(name: string | undefined): { key?: string } {
  if (name === undefined) return {};
  const key = process.env[name];
  if (key === undefined) throw new AppError('bad_input', `--key-env: there is no variable ${name} in the environment.`);
  return { key };
}

export const translator: Verb = {
  name: 'translator',
  usage: '[openai ADDRESS MODEL | libretranslate ADDRESS | command PROGRAM [ARG...] | off] [--key-env NAME]',
  help: 'Show or set who drafts translations; nobody until you set one.',
  positionals: [0, 60],
  options: ['key-env'],
  async run({ client, send, origin }, { positionals: [what = 'show', first, ...rest], options }) {
    const key = keyFrom(options['key-env']);
    const need = (value: string | undefined, name: string): string => {
      if (value === undefined) throw new AppError('bad_input', `glossa translator ${what} needs ${name}.`);
      return value;
    };
    switch (what) {
      case 'show': {
        const provider = await client.translation.provider({});
        return { json: provider, text: shown(provider) };
      }
      case 'off':
        await client.translation.remove({});
        return { json: null, text: shown(null) };
      case 'openai': {
        const [model] = rest;
        const input = { kind: 'openai' as const, address: need(first, 'ADDRESS'), model: need(model, 'MODEL'), ...key };
        const provider = await client.translation.configure(input);
        return { json: provider, text: shown(provider) };
      }
      case 'libretranslate': {
        const provider = await client.translation.configure({ kind: what, address: need(first, 'ADDRESS'), ...key });
        return { json: provider, text: shown(provider) };
      }
      case 'command': {
        const [source = ''] = await admitPaths(send, [resolve(need(first, 'PROGRAM'))], origin);
        const provider = await client.translation.configure({ kind: what, source, args: rest });
        return { json: provider, text: shown(provider) };
      }
      default:
        throw new AppError('bad_input', `Unknown provider "${what}". See: glossa help`);
    }
  },
};
