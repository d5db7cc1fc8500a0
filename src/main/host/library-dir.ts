// Where a library is when nobody says: the per-user data folder of each system.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, posix, win32 } from 'node:path';

type System = { platform: NodeJS.Platform; env: Record<string, string | undefined>; home: string };

/**
 * The default library's folder: `$XDG_DATA_HOME/glossa/library` or `~/.local/share/glossa/library`,
 * `~/Library/Application Support/Glossa/library` on macOS, `%APPDATA%\Glossa\library` on Windows.
 */
export function defaultLibraryDir(
  system: System = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { platform, env, home } = system;
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Glossa', 'library');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Glossa', 'library');
  // The XDG base directory specification: a relative value is invalid and must be ignored.
  const data = env['XDG_DATA_HOME'];
  return posix.join(data && posix.isAbsolute(data) ? data : posix.join(home, '.local', 'share'), 'glossa', 'library');
}

/** The folder of shipped resources: beside the package.json of what the built program is part of. */
export function resourcesDir(builtFolder: string): string {
  let folder = builtFolder;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'resources');
}
