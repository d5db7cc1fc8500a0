// Joins class names, leaving out what is false or absent.

/** `classes('a', isOn && 'b')` gives `'a b'` or `'a'`. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
