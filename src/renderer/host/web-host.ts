// The abilities of a browser tab: the browser's own file picker, and uploads to the local core.
import { fileUrl } from '../data/urls.ts';
import type { Host } from './host.ts';
import { uploadAll } from './upload-all.ts';

/** The browser's host. */
export function webHost(): Host {
  return {
    kind: 'web',
    pickPdfs: async () => uploadAll(await pickFiles('.pdf,application/pdf', true)),
    pickSurvey: async () =>
      (await uploadAll(await pickFiles('.md,.markdown,.mdown,.txt,text/markdown', false)))[0] ?? null,
    letIn: uploadAll,
    openExternal: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
    pickLibrary: () => Promise.resolve(false),
    newWindow: (hash) => void window.open(`/${hash}`, '_blank', 'noopener,noreferrer'),
    print: () => window.print(),
    dragPdf: (event, { sha256, name }) => {
      // Chromium's way to drag a download out; other browsers drop the address.
      const url = new URL(fileUrl(sha256), window.location.href).href;
      const file = `${name.replaceAll(/[:/\\]/g, ' ').slice(0, 150)}.pdf`;
      event.dataTransfer?.setData('DownloadURL', `application/pdf:${file}:${url}`);
    },
    setCommands: () => undefined,
    onCommand: () => () => undefined,
    onClosing: () => () => undefined,
    onGo: () => () => undefined,
  };
}

/** Resolves with what the user picked; with nothing when the picker was cancelled. */
function pickFiles(accept: string, isMultiple: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isMultiple;
    input.hidden = true;
    const done = () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', done);
    input.addEventListener('cancel', done);
    // In the page, so that tests and assistive software can reach it.
    document.body.append(input);
    input.click();
  });
}
