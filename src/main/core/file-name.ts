// Names of files the program offers.

/** A title as a file name any system takes. */
export const fileNameOf = (title: string): string =>
  // oxlint-disable-next-line no-control-regex -- control signs are among what no file name may hold
  title
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/gu, '')
    .slice(0, 80) || 'glossa';
