// Terms to and from files, as the window does it: choosing a file, saving one.
import type { TermFormat } from '#shared/terms.ts';
import { read } from '../data/read.ts';
import { host, type PickedFile } from '../host/index.ts';

/** Lets the user choose a CSV or TBX file; null when they think better of it. Rejects where it cannot be let in. */
export function pickTermFile(): Promise<PickedFile | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.csv,.tsv,.txt,.tbx,.xml,text/csv';
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      host.letIn([...(input.files ?? [])].slice(0, 1)).then(([file]) => resolve(file ?? null), reject);
    });
    input.click();
  });
}

/** Saves the term base as a file. */
export async function saveTerms(format: TermFormat): Promise<void> {
  const { fileName, mime, text } = await read('terms', 'export', { format });
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
