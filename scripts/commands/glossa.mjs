// `npm run --silent glossa -- <verb>`: the built command line, in this process.
// Standard output belongs to the verb alone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../lib/build.mjs';

export async function run(args) {
  const file = join(await ensureBuilt(), 'main/cli.js');
  process.argv = [process.execPath, file, ...args];
  // Paths are meant where the person typed them; npm runs scripts in the package's folder.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  await import(pathToFileURL(file).href);
}
