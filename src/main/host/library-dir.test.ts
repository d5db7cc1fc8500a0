import { expect, test } from 'vitest';
import { defaultLibraryDir } from './library-dir.ts';

test.each([
  ['linux', {}, '/home/ana', '/home/ana/.local/share/glossa/library'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/ana', '/data/glossa/library'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ana', '/home/ana/.local/share/glossa/library'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/Users/ana', '/Users/ana/Library/Application Support/Glossa/library'],
  [
    'win32',
    { APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' },
    'C:\\Users\\ana',
    'C:\\Users\\ana\\AppData\\Roaming\\Glossa\\library',
  ],
  ['win32', {}, 'C:\\Users\\ana', 'C:\\Users\\ana\\AppData\\Roaming\\Glossa\\library'],
] as const)('on %s with %o the default library is in the user data folder', (platform, env, home, expected) => {
  expect(defaultLibraryDir({ platform, env, home })).toBe(expected);
});
