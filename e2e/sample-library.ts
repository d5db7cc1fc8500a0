// The sample library, made once for the whole run by a first start of the program; tests begin with a copy of it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebHost } from './host.ts';

const VARIABLE = 'GLOSSA_E2E_SAMPLE';

/** Folder of the closed library that tests copy. */
export function sampleLibrary(): string {
  const folder = process.env[VARIABLE];
  if (!folder) throw new Error('The sample library is made by the global set-up; run these tests through Playwright.');
  return folder;
}

/** Playwright's global set-up; what it returns tears down. */
async function makeSampleLibrary(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'glossa-sample-'));
  // Recent libraries and outside backups of this machine's user are not for tests.
  process.env['GLOSSA_DATA_DIR'] = join(folder, 'data');
  const host = new WebHost(join(folder, 'library'));
  await host.start({ sample: true });
  await host.stop();
  process.env[VARIABLE] = join(folder, 'library');
  return () => rm(folder, { recursive: true, force: true });
}

// Playwright asks for a default export here.
export default makeSampleLibrary;
