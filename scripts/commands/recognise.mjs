// What Glossa recognises in a folder of PDFs: imports all of them into a fresh library that is thrown away, and prints
// one line a file. `npm run recognise -- [FOLDER]`; without one, `papers` of GLOSSA_CORPUS.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { Trouble } from '../lib/trouble.mjs';

/** Runs the built command line on the library, and gives what it says as data. */
function makeGlossa(cli, library) {
  return (...args) => {
    const run = spawnSync(process.execPath, [cli, ...args, '--library', library, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (run.status !== 0) throw new Trouble(run.stderr || run.stdout, 1);
    return JSON.parse(run.stdout);
  };
}

const nameOf = ({ literal, family, given }) =>
  literal ?? (/\p{Script=Han}/u.test(family) ? family + given : `${given} ${family}`.trim());

function tell(file, paper, folder) {
  const how = [file.status, file.matchedBy, file.message].filter(Boolean).join(', ');
  console.log(`${relative(folder, file.path)}\n  ${how}`);
  if (!paper) return;
  const ids = [paper.doi, paper.arxivId && `arXiv ${paper.arxivId}`].filter(Boolean);
  console.log(`  title   ${paper.title}`);
  console.log(`  ids     ${ids.join(', ') || 'none'}`);
  console.log(`  people  ${paper.authors.map(nameOf).join('; ') || 'none'}`);
  console.log(`  in      ${[paper.container, paper.year].filter(Boolean).join(', ') || 'not said'}`);
}

export async function run([given]) {
  const corpus = process.env.GLOSSA_CORPUS;
  const folder = given ? resolve(process.env.INIT_CWD ?? '.', given) : corpus ? join(corpus, 'papers') : null;
  if (!folder) {
    console.log('Skipped: name a folder of PDFs, or set GLOSSA_CORPUS to the folder of test papers.');
    return 0;
  }
  const cli = join(await ensureBuilt(), 'main/cli.js');
  const library = mkdtempSync(join(tmpdir(), 'glossa-recognise-'));
  try {
    const glossa = makeGlossa(cli, library);
    glossa('init');
    const files = glossa('import', 'pdf', folder);
    const papers = new Map(glossa('list', 'papers').map((paper) => [paper.id, paper]));
    for (const file of files) tell(file, papers.get(file.paperId), folder);
    console.log(`${files.length} files, ${papers.size} papers`);
  } finally {
    rmSync(library, { recursive: true, force: true });
  }
  return 0;
}
