// `npm run package [-- --stage]`: puts the program together in out/package/app and hands it to electron-builder, which is
// installed on its own from packaging/ (it is no part of working on Glossa). `--stage` stops before that.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { fromRoot, root } from '../lib/paths.mjs';
import { run as runProgram } from '../lib/run.mjs';
import { Trouble, tell } from '../lib/trouble.mjs';

const TARGETS = { win32: 'win32-x64', darwin: 'darwin', linux: 'linux-x64' };

export async function run(args) {
  const unknown = args.find((arg) => arg !== '--stage');
  if (unknown) throw new Trouble(`Unknown option ${unknown}. There is: --stage.`, 2);
  const target = TARGETS[process.platform];
  if (!target) throw new Trouble(`There is no package for ${process.platform}.`);
  const built = await ensureBuilt();
  const folder = fromRoot('out/package/app');
  const { stageApp } = await import('../../packaging/stage.mjs');
  stageApp({ root, built, folder, target });
  tell(`Put together in ${folder}.`);
  if (args.includes('--stage')) return 0;
  const builder = fromRoot('packaging/node_modules/electron-builder/cli.js');
  if (!existsSync(builder)) throw new Trouble('electron-builder is missing: npm ci --prefix packaging');
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const config = ['--config', fromRoot('packaging/builder.json'), `-c.electronVersion=${devDependencies.electron}`];
  const { code } = await runProgram(process.execPath, [builder, ...config, '--publish', 'never'], {
    output: 'inherit',
  });
  return code;
}
