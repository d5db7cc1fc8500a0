// The one door to everything this repository can do: `node scripts/launch.mjs <command>`.
// Plain JavaScript on Node's own modules, so that it runs on a fresh clone with nothing installed.
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNewNode } from './lib/node.mjs';
import { fromRoot } from './lib/paths.mjs';
import { Trouble, complain } from './lib/trouble.mjs';
import { readStartOptions } from './lib/start-options.mjs';

/** Each command's file; it exports `run(args)`, which gives the exit code (or nothing, to keep running). */
const commands = {
  start: 'start.mjs',
  test: 'test.mjs',
  check: 'test.mjs',
  dev: 'dev.mjs',
  build: 'build.mjs',
  bench: 'bench.mjs',
  package: 'package.mjs',
  glossa: 'glossa.mjs',
  recognise: 'recognise.mjs',
};

async function main([name, ...args]) {
  if (!Object.hasOwn(commands, name ?? '')) {
    throw new Trouble(`Unknown command "${name ?? ''}". Commands: ${Object.keys(commands).join(', ')}.`, 2);
  }
  if (name === 'start') readStartOptions(args);
  await ensureInstalled();
  const code = await ensureNewNode([name, ...args]);
  if (code !== null) return code;
  const command = await import(pathToFileURL(fromRoot('scripts/commands', commands[name])).href);
  return command.run(args, name);
}

try {
  const code = await main(process.argv.slice(2));
  if (typeof code === 'number') process.exitCode = code;
} catch (error) {
  process.exitCode = complain(error);
}
