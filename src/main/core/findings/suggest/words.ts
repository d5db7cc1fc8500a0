// Words as they are compared when a passage may say what a finding says: stems, Han bigrams, numbers, signs. Pure.

/** What a token is: it decides how much a match of it says. */
export type TokenKind = 'word' | 'han' | 'number' | 'sign';

export type Token = { text: string; kind: TokenKind };

/** Words that say nothing of what a sentence is about. */
const STOP = new Set(
  `a an the this that these those it its they them their there here he she his her we our us you your i my me one ones
  of in on at by for to from with into onto upon over under between among through during within as than then so such
  and or but nor if while when where which who whom whose what how why because since although though however thus
  therefore hence also both either neither each every all any some few many much more most less least other another
  same own is are was were be been being am do does did done doing have has had having can could may might must shall
  should will would not no only just even very too rather quite about above below up down out off again further
  et al eg ie etc via per respectively`.split(/\s+/),
);
const HAN_STOP = new Set(
  '的了和与及或在是有为以于对中上下也而其该此等之并且被把将从到由个这那我们它他她们者所地得着过',
);

/** Greek letters and the signs of comparison and measure that carry meaning in a claim. */
const TOKEN =
  /\d+(?:[.,]\d+)*|\p{Script=Han}+|(?:(?!\p{Script=Han}|\d)[\p{L}\p{M}])+(?:[-'](?:(?!\p{Script=Han}|\d)[\p{L}\p{M}])+)*|[%<>=±≤≥≈×∞→]/gu;
const HAN = /^\p{Script=Han}/u;
const HYPHENS = /[\u2010-\u2015\u2212]/gu;
const QUOTES = /[\u2018\u2019\u02BC]/gu;
const IGNORED = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** The tokens of a text, in order. A compound gives its parts and itself closed up ("fine-tuned", "finetuned"). */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const plain = text.normalize('NFKC').replace(IGNORED, '').replace(HYPHENS, '-').replace(QUOTES, "'").toLowerCase();
  for (const [piece] of withFigures(plain).matchAll(TOKEN)) {
    const first = piece.charAt(0);
    if (first >= '0' && first <= '9') pushNumber(piece, tokens);
    else if (HAN.test(piece)) pushHan(piece, tokens);
    else if (/^\p{L}/u.test(piece)) pushWord(piece, tokens);
    else tokens.push({ text: piece, kind: 'sign' });
  }
  return tokens;
}

const SMALL = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LARGE = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);
const FIXED = new Map([
  ['dozen', '12'],
  ['twice', '2'],
  ['double', '2'],
  ['doubled', '2'],
  ['doubles', '2'],
  ['thrice', '3'],
  ['percent', '%'],
]);
const UNIT = `(?:${[...SMALL.slice(2), ...TENS, ...LARGE.keys()].join('|')})`;
const SPELLED = new RegExp(
  `\\b(?:one |a )?${UNIT}(?:[ -](?:and )?(?:${UNIT}|one))*\\b|\\b(?:${[...FIXED.keys()].join('|')})\\b`,
  'g',
);

/** Numbers written as words ("twenty thousand", "a dozen", "twice") as figures. */
const withFigures = (text: string): string =>
  text.replace(SPELLED, (phrase) => FIXED.get(phrase) ?? String(valueOf(phrase.split(/[ -]/))));

function valueOf(words: readonly string[]): number {
  let total = 0;
  let part = 0;
  for (const word of words) {
    const large = LARGE.get(word);
    if (SMALL.includes(word)) part += SMALL.indexOf(word);
    else if (TENS.includes(word)) part += (TENS.indexOf(word) + 2) * 10;
    else if (large === 100) part = Math.max(part, 1) * large;
    else if (large !== undefined) {
      total += Math.max(part, 1) * large;
      part = 0;
    }
  }
  return total + part;
}

/** A number, and what it is about: 14.3 may be said as 14. */
function pushNumber(piece: string, tokens: Token[]): void {
  const number = numberOf(piece);
  tokens.push({ text: number, kind: 'number' });
  const [whole = '', decimals] = number.split('.');
  if (decimals !== undefined && whole !== '0') tokens.push({ text: `~${whole}`, kind: 'number' });
  else if (whole.length > 1) tokens.push({ text: `~${whole}`, kind: 'number' });
}

/** 1,000 and 1000 are one number, 0.50 and 0.5 too. */
function numberOf(piece: string): string {
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(piece) ? piece.replaceAll(',', '') : piece;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

function pushHan(piece: string, tokens: Token[]): void {
  const chars = [...piece];
  if (chars.length === 1 && !HAN_STOP.has(piece)) tokens.push({ text: piece, kind: 'han' });
  for (let i = 0; i + 1 < chars.length; i++) {
    const [a = '', b = ''] = [chars[i], chars[i + 1]];
    if (HAN_STOP.has(a) && HAN_STOP.has(b)) continue;
    tokens.push({ text: a + b, kind: 'han' });
  }
}

function pushWord(piece: string, tokens: Token[]): void {
  const parts = piece.replace(/'s$/, '').split(/[-']/);
  for (const part of parts) {
    if (part.length === 0 || (part.length === 1 && part < 'z') || STOP.has(part)) continue;
    tokens.push({ text: stem(part), kind: 'word' });
  }
  if (parts.length > 1 && piece.includes('-')) tokens.push({ text: stem(parts.join('')), kind: 'word' });
}

/** Endings that make one word of another, the longest first; `left` letters must stay. */
const ENDINGS: readonly [ending: string, left: number, instead: string][] = [
  ['ifications', 3, 'if'],
  ['ification', 3, 'if'],
  ['izations', 4, ''],
  ['isations', 4, ''],
  ['ization', 4, ''],
  ['isation', 4, ''],
  ['iveness', 4, ''],
  ['fulness', 4, ''],
  ['ability', 4, ''],
  ['ibility', 4, ''],
  ['ations', 4, ''],
  ['ically', 4, ''],
  ['ifiers', 3, 'if'],
  ['ifying', 3, 'if'],
  ['ation', 4, ''],
  ['ators', 4, ''],
  ['ating', 4, ''],
  ['ments', 5, ''],
  ['ances', 5, ''],
  ['ences', 5, ''],
  ['ities', 4, ''],
  ['ified', 3, 'if'],
  ['ifier', 3, 'if'],
  ['ifies', 3, 'if'],
  ['izing', 4, ''],
  ['ising', 4, ''],
  ['ator', 4, ''],
  ['ated', 4, ''],
  ['ates', 4, ''],
  ['ment', 5, ''],
  ['ance', 5, ''],
  ['ence', 5, ''],
  ['ancy', 5, ''],
  ['ency', 5, ''],
  ['able', 4, ''],
  ['ible', 4, ''],
  ['ness', 4, ''],
  ['ical', 4, ''],
  ['ally', 4, ''],
  ['ions', 4, ''],
  ['ings', 3, ''],
  ['izes', 4, ''],
  ['ized', 4, ''],
  ['ised', 4, ''],
  ['ate', 4, ''],
  ['ive', 4, ''],
  ['ity', 4, ''],
  ['ion', 4, ''],
  ['ing', 3, ''],
  ['ize', 4, ''],
  ['ise', 4, ''],
  ['acy', 4, ''],
  ['ant', 5, ''],
  ['ent', 5, ''],
  ['ics', 4, ''],
  ['ify', 3, 'if'],
  ['ies', 2, 'y'],
  ['ers', 4, ''],
  ['est', 4, ''],
  ['ed', 3, ''],
  ['er', 4, ''],
  ['or', 5, ''],
  ['ly', 4, ''],
  ['al', 5, ''],
  ['ic', 4, ''],
];

/** What a Latin word shares with its inflected and derived forms. Light: it need not be a word, only the same for both. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let root = word;
  if (root.endsWith('sses')) root = root.slice(0, -2);
  else if (/[^suix]s$/.test(root) && root.length > 3) root = root.endsWith('ies') ? root : root.slice(0, -1);
  for (let round = 0; round < 2; round++) {
    const found = ENDINGS.find(([ending, left]) => root.endsWith(ending) && root.length - ending.length >= left);
    if (!found) break;
    root = root.slice(0, root.length - found[0].length) + found[2];
  }
  if (root.length > 3 && /([bdfgklmnprt])\1$/.test(root)) root = root.slice(0, -1);
  if (root.length > 3 && root.endsWith('e')) root = root.slice(0, -1);
  return root.length > 3 && root.endsWith('y') ? `${root.slice(0, -1)}i` : root;
}
