import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageText } from '#shared/text/model.ts';
import { forkChild } from './fork.ts';
import { extract, thumbnail } from './run.ts';
import type { Child } from './spawn.ts';
import type { DocumentMessage } from './protocol.ts';
import { column, makePdf, type TestPdf } from './test-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossa-extract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const spawn = (): Child => forkChild(fileURLToPath(new URL('./entry.ts', import.meta.url)));
let files = 0;
const file = (bytes: Uint8Array | string): string => {
  const path = join(folder, `${String(files++)}.pdf`);
  writeFileSync(path, bytes);
  return path;
};
const pdf = (extra: Partial<TestPdf> = {}): Uint8Array =>
  makePdf({ pages: [{ pieces: column(['Some words on a page.'], 50, 700) }], ...extra });
const state = async (path: string, password?: string): Promise<string> => {
  const { state: is, message } = await extract({ path, ...(password !== undefined && { password }) }, { spawn });
  return `${is}: ${message}`;
};

describe('reading a file in the child', () => {
  it('sends what the document says of itself, its pages in order, and a cover', async () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>T</dc:title></x:xmpmeta>';
    const pages = Array.from({ length: 40 }, (_, i) => ({
      pieces: column([`This is number ${String(i + 1)}.`], 50, 700),
    }));
    const path = file(makePdf({ pages, xmp, info: { Title: 'A Title', Author: 'An Author', doi: '10.1000/182' } }));
    let document: DocumentMessage | undefined;
    const texts: string[] = [];
    let cover: Uint8Array = new Uint8Array();
    const result = await extract(
      { path },
      {
        spawn,
        onDocument: (message) => (document = message),
        onPage: async (page: PageText) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          texts.push(page.text);
        },
        onCover: (image) => (cover = image.png),
      },
    );
    expect(result).toEqual({ state: 'ready', message: '', pageCount: 40, pagesRead: 40 });
    expect(document).toMatchObject({
      pageCount: 40,
      encrypted: false,
      info: { title: 'A Title', author: 'An Author', doi: '10.1000/182', xmp },
    });
    expect(texts).toEqual(pages.map((_, i) => `This is number ${String(i + 1)}.`));
    expect(Buffer.from(cover.subarray(1, 4)).toString()).toBe('PNG');
  });

  it('draws a page at the width asked for', async () => {
    const image = await thumbnail({ path: file(pdf()), page: 1, widthPx: 120 }, { spawn });
    expect(image).toMatchObject({ widthPx: 120, heightPx: 160 });
    expect(await thumbnail({ path: file(pdf()), page: 9, widthPx: 120 }, { spawn })).toBeUndefined();
  });
});

describe('one file after the other', () => {
  it('is read by one child, and nothing of a file is there for the next', async () => {
    let started = 0;
    const spawnOne = (): Child => {
      started++;
      return spawn();
    };
    const words = ['First', 'Second', 'Third'];
    const found: string[] = [];
    for (const word of words) {
      const path = file(pdf({ pages: [{ pieces: column([`${word} file.`], 50, 700) }] }));
      await extract({ path }, { spawn: spawnOne, onPage: (page) => found.push(page.text) });
    }
    expect(found).toEqual(words.map((word) => `${word} file.`));
    expect(started).toBe(1);
  });

  it('is read by a new child after one that failed, or that ended while it rested', async () => {
    const children: Child[] = [];
    const spawnNew = (): Child => {
      const child = spawn();
      children.push(child);
      return child;
    };
    const stateOf = async (bytes: Uint8Array): Promise<string> =>
      (await extract({ path: file(bytes) }, { spawn: spawnNew })).state;
    expect(await stateOf(pdf().subarray(0, 60))).toBe('damaged');
    expect(await stateOf(pdf())).toBe('ready');
    expect(children).toHaveLength(2);
    const gone = new Promise((resolve) => children[1]?.onExit(resolve));
    children[1]?.kill();
    await gone;
    expect(await stateOf(pdf())).toBe('ready');
    expect(children).toHaveLength(3);
  });

  it('is read by two children when both are read at once', async () => {
    const texts: string[] = [];
    const readOne = (word: string): Promise<unknown> =>
      extract(
        { path: file(pdf({ pages: [{ pieces: column([word], 50, 700) }] })) },
        { spawn, onPage: (page) => texts.push(page.text) },
      );
    await Promise.all([readOne('Left'), readOne('Right')]);
    expect(texts.sort()).toEqual(['Left', 'Right']);
  });
});

describe('a file that cannot be read ends with one state and a plain message', () => {
  it('refuses what is no PDF and says what it is', async () => {
    expect(await state(file(''))).toBe('refused: The file is empty.');
    expect(await state(file('Dear reader, this is a letter'))).toBe(
      'refused: This is not a PDF: it starts with "Dear reader, thi".',
    );
    expect(await state(file('<!DOCTYPE html><html><body>Log in</body></html>'))).toMatch(
      /^refused: This is a web page/u,
    );
  });

  it('takes a PDF with junk before its header', async () => {
    expect(await state(file(Buffer.concat([Buffer.alloc(2048, 'x'), pdf()])))).toBe('ready: ');
  });

  it('calls a broken one damaged', async () => {
    expect(await state(file(pdf().subarray(0, 60)))).toMatch(/^damaged: /u);
    expect(await state(join(folder, 'missing.pdf'))).toMatch(/^damaged: .*ENOENT/u);
  });

  it('asks for the password of a locked one', async () => {
    const path = file(pdf({ password: 'open sesame' }));
    expect(await state(path)).toBe('locked: The PDF is protected by a password.');
    expect(await state(path, 'wrong')).toBe('locked: The password is not right.');
    expect(await state(path, 'open sesame')).toBe('ready: ');
  });
});

describe('a child out of hand', () => {
  const script = (source: string): (() => Child) => {
    const path = join(folder, `${String(files++)}.mjs`);
    writeFileSync(path, source);
    return () => forkChild(path);
  };

  it('is stopped when its time is up', async () => {
    const result = await extract({ path: file(pdf()) }, { spawn: script('setInterval(() => {}, 1000)'), timeMs: 300 });
    expect(result.state).toBe('timeout');
  });

  it('gets more time for a document of many pages, and no more than that', async () => {
    const source = `process.on('message', () => {
      process.send({ type: 'document', pageCount: 40, info: {}, encrypted: false });
      setTimeout(() => process.send({ type: 'done', unreadable: [] }), Number(process.env.NEEDS_MS));
    });`;
    const child = script(source);
    const spawnThat = (needsMs: number) => (): Child => {
      process.env['NEEDS_MS'] = String(needsMs);
      return child();
    };
    const path = file(pdf());
    expect((await extract({ path }, { spawn: spawnThat(600), timeMs: 500 })).state).toBe('ready');
    expect((await extract({ path }, { spawn: spawnThat(5000), timeMs: 500 })).state).toBe('timeout');
  });

  it('is stopped when it takes too much memory', async () => {
    const spawnHungry = script('const held = []; setInterval(() => held.push(Buffer.alloc(20e6, 1)), 20)');
    const result = await extract({ path: file(pdf()) }, { spawn: spawnHungry, memoryBytes: 150e6 });
    expect(result.state).toBe('memory');
  });

  it('that crashes makes the file a damaged one', async () => {
    const result = await extract({ path: file(pdf()) }, { spawn: script('process.exit(7)') });
    expect(result).toMatchObject({
      state: 'damaged',
      message: 'The PDF reader stopped unexpectedly while reading this file.',
    });
  });

  it('is stopped when the caller changes their mind', async () => {
    const stop = new AbortController();
    const running = extract(
      { path: file(pdf()) },
      { spawn: script('setInterval(() => {}, 1000)'), signal: stop.signal },
    );
    stop.abort();
    expect((await running).state).toBe('cancelled');
  });
});
