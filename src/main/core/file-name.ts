// Names of files the program offers.

/** A title as a file name any system takes. */
export const fileNameOf = (title: string): string =>
  // oxlint-disable-next-line no-control-regex
  title
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/gu, '')
    .slice(0, 80) || 'glossa';
