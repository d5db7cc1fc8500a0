// Where a library is when nobody says: the per-user data folder of each system.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, posix, win32 } from 'node:path';

type System = { platform: NodeJS.Platform; env: Record<string, string | undefined>; home: string };

const HERE: System = { platform: process.platform, env: process.env, home: homedir() };

/**
 * Glossa's folder for one user: `$XDG_DATA_HOME/glossa` or `~/.local/share/glossa`,
 * `~/Library/Application Support/Glossa` on macOS, `%APPDATA%\\Glossa` on Windows; GLOSSA_DATA_DIR names another.
 * It holds the default library, the list of recent libraries, and backups kept outside their libraries.
 */
export function dataDir({ platform, env, home }: System = HERE): string {
  const own = env['GLOSSA_DATA_DIR'];
  if (own) return own;
  if (platform === 'win32') return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Glossa');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Glossa');
  // The XDG base directory specification: a relative value is invalid and must be ignored.
  const data = env['XDG_DATA_HOME'];
  return posix.join(data && posix.isAbsolute(data) ? data : posix.join(home, '.local', 'share'), 'glossa');
}

/** The default library's folder: `library` in {@link dataDir}. */
export function defaultLibraryDir(system: System = HERE): string {
  const { join: joined } = system.platform === 'win32' ? win32 : posix;
  return joined(dataDir(system), 'library');
}

/** The folder of shipped resources: beside the package.json of what the built program is part of. */
export function resourcesDir(builtFolder: string): string {
  let folder = builtFolder;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'resources');
}
