// Makes the texts of a library for the search benchmark: pages of about 3,000 characters, half English, 40 % Chinese,
// 10 % both, with words as frequent as in real texts (Zipf), the same ones for the same seed.

/** A small generator of pseudo-random numbers (mulberry32): the same library on every machine. */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = [
  'b',
  'c',
  'd',
  'f',
  'g',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'st',
  'tr',
  'pl',
  'ch',
  'th',
  'br',
  'cr',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou'];
const ENDS = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'nt'];

function englishWords(random, count) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = new Set();
  while (words.size < count) {
    const syllables = words.size < 60 ? 1 : 1 + Math.floor(random() * 4);
    let word = '';
    for (let i = 0; i < syllables; i += 1) word += pick(ONSETS) + pick(VOWELS) + pick(ENDS);
    words.add(word);
  }
  return [...words];
}

/** Words of one to four characters, themselves of characters as frequent as in real texts. */
function chineseWords(random, count) {
  const character = zipf(random, 3500, 0.9);
  const shuffled = Array.from({ length: 3500 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 5077) % 9000)));
  const words = new Set();
  while (words.size < count) {
    const r = random();
    const length = words.size < 40 ? 1 : r < 0.08 ? 1 : r < 0.75 ? 2 : r < 0.9 ? 3 : 4;
    let word = '';
    for (let i = 0; i < length; i += 1) word += shuffled[character()];
    words.add(word);
  }
  return [...words];
}

/** Draws ranks from 0 to `count - 1` so that rank r comes about (r + 1)^-power as often as rank 0. */
function zipf(random, count, power) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i += 1) sums[i] = sum += (i + 2.7) ** -power;
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Vocabulary and pages of a library. `page(i)` must be asked in order. */
export function makeLibrary(seed = 7) {
  const random = randomOf(seed);
  const english = englishWords(random, 60_000);
  const chinese = chineseWords(random, 40_000);
  const nextEnglish = zipf(random, english.length, 1.05);
  const nextChinese = zipf(random, chinese.length, 1);
  const sentence = (isChinese) => {
    const length = 8 + Math.floor(random() * 18);
    let text = '';
    for (let i = 0; i < length; i += 1) {
      if (isChinese) text += chinese[nextChinese()] + (random() < 0.08 ? '，' : '');
      else text += (i ? ' ' : '') + english[nextEnglish()];
    }
    return text + (isChinese ? '。' : '. ');
  };
  const page = (number) => {
    const kind = number % 10;
    let text = '';
    while (text.length < 3000) text += sentence(kind < 5 ? false : kind < 9 ? true : random() < 0.5);
    return text;
  };
  return { english, chinese, page, random };
}
