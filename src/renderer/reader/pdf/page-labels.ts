// Printed page labels: "iv", "12", and finding a page by what a user types. Pure.

/** The labels worth showing: null where there are none or they only repeat the page numbers. */
export function usefulLabels(labels: readonly string[] | null): readonly string[] | null {
  if (!labels || labels.every((label, index) => label === '' || label === String(index + 1))) return null;
  return labels.map((label, index) => label || String(index + 1));
}

/**
 * The page (1-based) a user means: the printed label first, then the page number; "p. 12", "#12" and full-width digits
 * are understood, "#12" being the number even where a label says otherwise. Null for neither.
 */
export function pageByWords(words: string, labels: readonly string[] | null, pageCount: number): number | null {
  const typed = words
    .normalize('NFKC')
    .trim()
    .replace(/^(?:pp?\.?\s*(?=\d)|第\s*)/iu, '')
    .replace(/\s*[页頁]$/u, '');
  const isNumber = typed.startsWith('#');
  const name = isNumber ? typed.slice(1).trim() : typed;
  if (!isNumber && labels && name !== '') {
    const exact = labels.indexOf(name);
    const at = exact >= 0 ? exact : labels.findIndex((label) => label.toLowerCase() === name.toLowerCase());
    if (at >= 0) return at + 1;
  }
  const number = /^\d+$/.test(name) ? Number(name) : 0;
  return number >= 1 && number <= pageCount ? number : null;
}
