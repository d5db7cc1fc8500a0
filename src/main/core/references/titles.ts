// Titles as they can be compared. What a title looks like on screen is none of this file's business.

/** Titles whose key is shorter than this say too little to tell works apart without an author. */
export const SHORT_TITLE = 16;

/**
 * A title reduced to its words: compatibility forms folded (full-width, ligatures), case and Latin accents
 * dropped, markup and punctuation turned into single spaces. Han and kana stay as they are.
 */
export function normaliseTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<\/?[a-z][^<>]{0,80}>/g, ' ')
    .replace(/\\[a-z]+\s?/g, ' ')
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/ß/g, 'ss')
    .replace(/['’‘`´]/g, '')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}\p{M}])\p{M}+/gu, '')
    .trim();
}

/** The key two spellings of one title share: its letters and digits alone, so that "pre-trained" is "pretrained". */
export function titleKey(title: string): string {
  return normaliseTitle(title).replaceAll(' ', '').normalize('NFC');
}

/** The part before the subtitle, or the whole. */
export function mainTitle(title: string): string {
  const cut = /^(.{8,}?)(?:\s*[:：]\s+|：|\s+[-–—]+\s+|——)/su.exec(title.trim());
  return cut?.[1] ?? title;
}

/** How alike two titles are, 0 to 1: the share of letter pairs they have in common (Dice over bigrams). */
export function titleLikeness(a: string, b: string): number {
  const [left, right] = [titleKey(a), titleKey(b)];
  if (left === right) return left === '' ? 0 : 1;
  if (left.length < 2 || right.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i < left.length - 1; i += 1)
    pairs.set(left.slice(i, i + 2), (pairs.get(left.slice(i, i + 2)) ?? 0) + 1);
  let common = 0;
  for (let i = 0; i < right.length - 1; i += 1) {
    const pair = right.slice(i, i + 2);
    const left_ = pairs.get(pair) ?? 0;
    if (left_ > 0) {
      common += 1;
      pairs.set(pair, left_ - 1);
    }
  }
  return (2 * common) / (left.length + right.length - 2);
}
