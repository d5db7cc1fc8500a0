// Puts together what is packaged: the built program, its resources, the two packages it does not bundle, licences. Nothing
// else of node_modules, no sources, no Node binary.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { licenceText } from './licences.mjs';

/** What of each outside package is needed when it runs. */
const NEEDED = {
  'better-sqlite3': ['package.json', 'LICENSE', 'lib', 'prebuilds'],
  '@embedpdf/pdfium': ['package.json', 'LICENSE', 'LICENSE.pdfium', 'dist'],
};
const UNNEEDED = /\.(map|d\.ts|d\.cts|md)$|index\.(cjs|browser\.js)$/;

/** Prebuilt libraries of a target: `win32-x64`, `linux-x64`, `darwin` (both, for one universal program). */
const prebuildsOf = (target) => (name) =>
  basename(name).startsWith(target) && !(target === 'linux' && name.includes('musl'));

/**
 * Fills `folder` (emptied first). `built` is a build's folder (out/builds/<hash>), `target` as `prebuildsOf` takes it.
 * @param {{ root: string, built: string, folder: string, target: string }} from
 */
export function stageApp({ root, built, folder, target }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(built, part), join(folder, part), { recursive: true, filter: (file) => !file.endsWith('.map') });
  for (const part of ['sample', 'icons', 'icon.svg'])
    if (existsSync(join(root, 'resources', part)))
      cpSync(join(root, 'resources', part), join(folder, 'resources', part), { recursive: true, filter: isShipped });
  const whole = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const [name, parts] of Object.entries(NEEDED)) copyPackage(root, folder, name, parts, prebuildsOf(target));
  const { name, version, description } = whole;
  const own = { name, productName: 'Glossa', version, description, type: 'module', main: 'main/desktop.js' };
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ ...own, dependencies: whole.dependencies }, null, 2)}\n`,
  );
  writeFileSync(join(folder, 'LICENCES.md'), licenceText(root));
}

/** Of the sample only what is imported: not the sources it is typeset from. */
function isShipped(file) {
  return !/[\\/](tools|[^\\/]+\.html|[^\\/]+\.css|[^\\/]+\.mjs)$/.test(file);
}

function copyPackage(root, folder, name, parts, isWanted) {
  const [from, to] = [join(root, 'node_modules', name), join(folder, 'node_modules', name)];
  mkdirSync(to, { recursive: true });
  for (const part of parts) {
    if (part === 'prebuilds') {
      const found = readdirSync(join(from, part)).filter(isWanted);
      if (found.length === 0) throw new Error(`${name} has no prebuilt library for this target.`);
      mkdirSync(join(to, part));
      for (const file of found) cpSync(join(from, part, file), join(to, part, file));
    } else cpSync(join(from, part), join(to, part), { recursive: true, filter: (file) => !UNNEEDED.test(file) });
  }
}
