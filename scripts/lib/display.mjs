// Whether there is a screen to show a window on.

/** True on macOS and Windows, and on Linux when an X or Wayland display is set. */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
