import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildUnder } from './build.mjs';
import { sourceHash } from './stale.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A builder that writes one file. */
const writing = (text) => (into) => writeFileSync(join(into, 'a.js'), text);

describe('a build', () => {
  test('appears whole under the hash of its sources', async () => {
    expect(await buildUnder(folder, writing('1'), () => 'aaa')).toBe('aaa');
    expect(readdirSync(folder)).toEqual(['aaa']);
    expect(readFileSync(join(folder, 'aaa/a.js'), 'utf8')).toBe('1');
  });

  test('that fails leaves nothing, and what was there stays', async () => {
    await buildUnder(folder, writing('1'), () => 'aaa');
    const fails = (into) => {
      writing('half')(into);
      throw new Error('no');
    };
    await expect(buildUnder(folder, fails, () => 'bbb')).rejects.toThrow('no');
    await expect(buildUnder(folder, fails, () => 'aaa')).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual(['aaa']);
    expect(readFileSync(join(folder, 'aaa/a.js'), 'utf8')).toBe('1');
  });

  test('of other sources leaves the one a host may be running from', async () => {
    await buildUnder(folder, writing('1'), () => 'aaa');
    await buildUnder(folder, writing('2'), () => 'bbb');
    expect(readFileSync(join(folder, 'aaa/a.js'), 'utf8')).toBe('1');
  });

  test('whose sources change meanwhile is made again', async () => {
    const hashes = ['old', 'new', 'new', 'new'];
    let times = 0;
    const hash = await buildUnder(
      folder,
      () => (times += 1),
      () => hashes.shift(),
    );
    expect([hash, times]).toEqual(['new', 2]);
  });

  test('may be made twice at once', async () => {
    const slow = async (into) => {
      await new Promise((done) => setTimeout(done, 20));
      writing('1')(into);
    };
    await Promise.all([slow, slow].map((builder) => buildUnder(folder, builder, () => 'aaa')));
    expect(readdirSync(folder)).toEqual(['aaa']);
    expect(readFileSync(join(folder, 'aaa/a.js'), 'utf8')).toBe('1');
  });

  test('sweeps away interrupted ones and all but the latest few', async () => {
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
    for (const [index, name] of ['.77-1', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].entries()) {
      mkdirSync(join(folder, name));
      utimesSync(join(folder, name), longAgo, new Date(longAgo.getTime() + index * 1000));
    }
    mkdirSync(join(folder, '.88-1'));
    await buildUnder(folder, writing('1'), () => 'aaa');
    expect(readdirSync(folder).sort()).toEqual(['.88-1', 'aaa', 'h3', 'h4', 'h5', 'h6']);
  });
});

describe('the hash of the sources', () => {
  beforeEach(() => {
    mkdirSync(join(folder, 'src/a'), { recursive: true });
    writeFileSync(join(folder, 'src/a/x.ts'), 'one');
    writeFileSync(join(folder, 'src/a/x.test.ts'), 'a test');
  });

  test('changes with a text, a name and a new file, and not with a test or a touch', () => {
    const before = sourceHash(folder);
    writeFileSync(join(folder, 'src/a/x.test.ts'), 'another test');
    utimesSync(join(folder, 'src/a/x.ts'), 1, 1);
    expect(sourceHash(folder)).toBe(before);
    const seen = new Set([before]);
    writeFileSync(join(folder, 'src/a/x.ts'), 'two');
    seen.add(sourceHash(folder));
    writeFileSync(join(folder, 'src/a/y.ts'), '');
    seen.add(sourceHash(folder));
    writeFileSync(join(folder, 'package.json'), '{}');
    seen.add(sourceHash(folder));
    expect(seen.size).toBe(4);
  });
});
