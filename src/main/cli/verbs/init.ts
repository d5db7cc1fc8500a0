// `glossa init DIR`: makes an empty library.
import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { openCore } from '../../core/core.ts';
import { makeClient } from '../../host/client.ts';
import { defaultLibraryDir } from '../../host/library-dir.ts';
import { stderrLog } from '../../host/log.ts';
import { nodeSpawn } from '../../host/node-spawn.ts';
import type { Verb } from '../verb.ts';

export const init: Verb = {
  name: 'init',
  usage: '[DIR] [--primary en --secondary zh-Hans]',
  help: 'Make a new, empty library in a folder that is missing or empty.',
  positionals: [0, 1],
  options: ['primary', 'secondary'],
  async runAlone({ positionals: [dir], options }, { library, built }) {
    const libraryDir = dir === undefined ? (library ?? defaultLibraryDir()) : resolve(dir);
    const create = { primary: options['primary'] ?? 'en', secondary: options['secondary'] ?? 'zh-Hans' };
    const core = await openCore({ libraryDir, create, spawn: nodeSpawn(built), log: stderrLog });
    try {
      if (!core.isNew) throw new AppError('bad_input', `${core.libraryDir} is a library already.`);
      const { id, primary, secondary } = await makeClient((request) => core.handle(request, 'cli')).library.info({});
      return {
        json: { libraryId: id, dir: core.libraryDir, primary, secondary },
        text: `A new library (${primary} and ${secondary}) is in ${core.libraryDir}.`,
      };
    } finally {
      await core.close();
    }
  },
};
