// `glossa serve`: the web host. It is another program; this only hands over to it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Verb } from '../verb.ts';

export const serve: Verb = {
  name: 'serve',
  usage: '[--port N | --socket PATH] [--no-open]',
  help: 'Serve the library to a browser on this machine, and print the link.',
  positionals: [0, 0],
  options: ['port', 'socket', 'no-open!'],
  async runAlone({ options }, { library, isJson, built }) {
    const file = join(built, 'serve.js');
    const given = Object.entries(options).map(([name, value]) =>
      name === 'no-open' ? `--${name}` : `--${name}=${value}`,
    );
    if (library !== null) given.push(`--library=${library}`);
    if (isJson) given.push('--json');
    process.argv = [process.execPath, file, ...given];
    await import(/* @vite-ignore */ pathToFileURL(file).href);
    return null;
  },
};
