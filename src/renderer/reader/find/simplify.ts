// Traditional characters as simplified ones, one by one; the tables are loaded when first needed.

const SAME = (char: string): string => char;

let loading: Promise<(char: string) => string> | null = null;

/** The folding of characters for searching; leaves everything as it is where the tables cannot be had. */
export function loadSimplifier(): Promise<(char: string) => string> {
  loading ??= import('opencc-js/t2cn').then(
    ({ Converter }) => remembering(Converter({ from: 't', to: 'cn' })),
    () => {
      loading = null;
      return SAME;
    },
  );
  return loading;
}

/** Keeps what was converted: a document has a few thousand different characters. */
function remembering(convert: (text: string) => string): (char: string) => string {
  const known = new Map<string, string>();
  return (char) => {
    const found = known.get(char);
    if (found !== undefined) return found;
    const simple = convert(char);
    // One unit into one, so that offsets stay true.
    const folded = simple.length === char.length ? simple : char;
    known.set(char, folded);
    return folded;
  };
}
