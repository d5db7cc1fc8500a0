// What follows a title in a reference: journal or book, volume, issue, pages, year, publisher, in the orders the
// styles write them.

/** Fields of a reference's tail; null where it does not say. `venue` keeps what told the kind of work. */
export type Tail = {
  container: string | null;
  year: number | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  publisher: string | null;
};

const YEAR = '(?<year>(?:1[89]|20)\\d{2})[a-z]?';
const PAGES =
  '(?<pages>(?:[A-Za-z]{1,2}-?)?\\d+(?:\\.\\d+)?(?:\\s*(?:[-–—‐−~]|--)\\s*[A-Za-z]{0,2}\\d+)?(?::\\d+(?:[-–—]\\d+)?)?(?:\\s*[+,]\\s*\\d+(?:[-–—]\\d+)?(?=\\s*\\.?$))?)';
const VOLUME = '(?<volume>[A-Z]{0,3}\\d+[A-Z]?)';
const ISSUE = '(?<issue>[^()（）]{1,24})';
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?';

/** Orders of numbers, most telling first. What stands before the match is the container (and publisher). */
const ORDERS: RegExp[] = [
  // 15, no. 11 (2018): 1-3  and  vol. 15, no. 11, pp. 1-3 are handled by their words, see `byWords`.
  // 2018 Nov;15(11):e10
  new RegExp(
    `${YEAR}(?:\\s+${MONTH}(?:[-–]${MONTH})?(?:\\s*\\d{1,2})?)?\\s*;\\s*${VOLUME}?\\s*(?:[(（]${ISSUE}[)）])?(?:\\s*[:：]\\s*${PAGES})?`,
    'u',
  ),
  // 542, 115-118 (2017)  and  542(7639), 115-118 (2017)
  new RegExp(`${VOLUME}\\s*(?:\\(${ISSUE}\\))?\\s*[,:]\\s*${PAGES}\\s*\\((?:${MONTH}\\s*)?${YEAR}\\)`, 'u'),
  // 35.5 (2016): 1299-1312  and  75 (2018): 25-32
  new RegExp(
    `(?<![\\d.-])${VOLUME}(?:\\.(?<issue>[\\w]+(?:[-–/]\\w+)?))?\\s*\\((?:\\d{0,2}\\s*${MONTH}\\s*)?${YEAR}\\)(?:(?:\\s*[:：,]\\s*|\\s+(?=[A-Za-z]?\\d+\\s*[-–—]))${PAGES})?`,
    'u',
  ),
  // 2018, 81(3): 432-442
  new RegExp(
    `(?<=[,，.．]\\s*|^)${YEAR}\\s*[,，]\\s*(?:第?${VOLUME}卷?)?\\s*(?:[,，]?\\s*[(（]${ISSUE}[)）])?\\s*[:：]\\s*${PAGES}`,
    'u',
  ),
  new RegExp(`(?<=[,，.．]\\s*)${YEAR}\\s*[,，]\\s*${VOLUME}\\s*[(（]${ISSUE}[)）]`, 'u'),
  // Sensors 2020, 20(4), 1234
  new RegExp(`(?<=\\p{L}\\.?,?\\s)${YEAR}\\s*,\\s*${VOLUME}\\s*(?:\\(${ISSUE}\\))?\\s*,\\s*${PAGES}`, 'u'),
  // 2018(3): 12-18  and  2016: 770-778
  new RegExp(`(?<=[,，.．]\\s*|^)${YEAR}\\s*(?:[(（]${ISSUE}[)）])?\\s*[:：]\\s*${PAGES}`, 'u'),
  // 15(11): e1002699  and  15(11), 1-12
  new RegExp(
    `(?<![\\d.-])${VOLUME}\\s*[(（](?!(?:1[89]|20)\\d{2}[)）])${ISSUE}[)）](?:\\s*[:：,，]\\s*(?:pp?\\.\\s*)?${PAGES})?`,
    'u',
  ),
  // (2018): 180958
  new RegExp(`\\((?:\\d{0,2}\\s*${MONTH}\\s*)?${YEAR}\\)\\s*[:：,]\\s*(?:pp?\\.\\s*)?${PAGES}`, 'u'),
  // Nature 542: 115-118  and  Nature, 542, 115-118
  new RegExp(`(?<=\\p{L}[.]?,?\\s)(?!(?:1[89]|20)\\d{2}\\b)${VOLUME}\\s*[:：,，]\\s*${PAGES}(?=\\s*(?:[.,;(]|$))`, 'u'),
  new RegExp(`\\((?:\\d{0,2}\\s*${MONTH}\\s*)?${YEAR}\\)`, 'u'),
  // ACM, 101-110.
  /,\s*(?<pages>\d+\s*[-–—]\s*\d+)\s*\.?$/u,
];
const LAST_NUMBERS =
  /[\s,]+(?!(?:1[89]|20)\d{2}\b)(?<volume>\d{1,4})\s*(?:\((?!(?:1[89]|20)\d{2}\))(?<issue>[^()]{1,16})\))?[,\s]*$/u;

const NAMED: [keyof Tail, RegExp][] = [
  ['volume', /\bvol(?:ume|s)?\b\.?\s*(?<value>[A-Z]{0,3}\d+[A-Z]?(?:[-–]\d+)?)/iu],
  ['issue', /(?<!art(?:icle)?\.? ?)\b(?:no|issue|iss|num)\b\.?\s*(?<value>\d+[\w/–-]*)/iu],
  [
    'pages',
    /\b(?:pp?|pages?|art\.? ?no|article(?: no\.?| number)?|art|paper)\b\.?\s*(?!(?:19|20)\d{2}\s*[:;(])(?<value>[A-Za-z]{0,2}\d+(?:\.\d+)?(?::\d+)?(?:\s*(?:[-–—‐−]|--)\s*[A-Za-z]{0,2}\d+)?)/iu,
  ],
];
const BEFORE_VOLUME = new RegExp(`(?<volume>\\d+)\\s*,\\s*(?=no\\.)`, 'u');

/** Houses that publish books and proceedings; a tail's last part is a publisher when it is one of these. */
const HOUSE =
  /^(?:IEEE(?:\/CVF)?(?: Computer Society(?: Press)?)?|ACM|Springer\b.*|Elsevier\b.*|Wiley\b.*|PMLR|AAAI(?: Press)?|Citeseer|SPIE|ISCA|USENIX\b.*|OpenReview\.net|JMLR\.org|Association for\b.*|Curran\b.*|Morgan Kaufmann\b.*|Academic Press|Omnipress|BMVA(?: Press)?|ACL|Nature Publishing Group|Routledge|McGraw[- ]Hill\b.*|O[’']Reilly\b.*|Prentice[- ]Hall\b.*|Addison[- ]Wesley\b.*|Chapman\b.*|CRC Press|[\p{Lu}][\p{L}&'’ -]{1,40}(?:Press|Publish(?:ers|ing)|Verlag|Books)\b.*|\p{Script=Han}{2,12}(?:出版社|出版公司|大学|书局|书店|学院))(?:,\s[\p{L} .]+)?$/iu;

/** Reads what follows the title. `year` is one already known from before the title. */
export function parseTail(text: string, year: number | null = null): Tail {
  const clean = strip(text);
  const tail: Tail = { container: null, year, volume: null, issue: null, pages: null, publisher: null };
  const cut = byWords(clean, tail) ?? byOrder(clean, tail);
  const head = cut === null ? clean : clean.slice(0, cut);
  if (tail.year === null) tail.year = lastYear(cut === null ? clean : `${head} ${clean.slice(cut)}`);
  venue(head, tail);
  if (tail.pages !== null) tail.pages = tail.pages.replace(/\s*(?:--|[–—‐−])\s*/g, '-').replace(/\s+/g, '');
  return tail;
}

/** Cuts what is no field here: lead-ins, access notes, identifiers. */
function strip(text: string): string {
  return text
    .replace(/^[\s.,:;，。．；：…\]）)"”'’]+/u, '')
    .replace(
      /\[Online\]\.?|\bAvailable(?: (?:at|from|online))?:?\s*$|\b(?:Retrieved|Accessed|访问日期|检索)\b.*$/giu,
      '',
    )
    .replace(/\[\d{4}[-–/.]\d{1,2}[-–/.]\d{1,2}\]/g, '')
    .replace(/\b(?:doi|DOI)\s*[:：]?\s*10\.\S+|\b10\.\d{4,9}\/\S+|\b(?:PMID|PMCID|ISSN|ISBN)\b\s*[:：]?\s*[\w-]+/g, '')
    .replace(/\barXiv\s*:\s*\S*\d{4}\.\d{4,5}(?:v\d+)?(?:\s*\[[\w.-]+\])?/gi, '')
    .replace(/\bEpub\b[^.]*\.?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "vol. 35, no. 5, pp. 1-9, May 2016": fields by their words, in any order. Gives where the first stands. */
function byWords(text: string, tail: Tail): number | null {
  let cut = text.length;
  for (const [field, pattern] of NAMED) {
    const found = pattern.exec(text);
    const value = found?.groups?.['value'];
    if (found === null || value === undefined) continue;
    Object.assign(tail, { [field]: value });
    cut = Math.min(cut, found.index);
  }
  if (cut === text.length) return null;
  const bare = tail.volume === null ? BEFORE_VOLUME.exec(text) : null;
  if (bare) {
    tail.volume = bare.groups?.['volume'] ?? null;
    cut = Math.min(cut, bare.index);
    tail.pages ??= new RegExp(`\\)\\s*:\\s*${PAGES}`, 'u').exec(text)?.groups?.['pages'] ?? null;
  }
  const numbers = tail.volume === null ? LAST_NUMBERS.exec(text.slice(0, cut)) : null;
  if (numbers) {
    tail.volume = numbers.groups?.['volume'] ?? null;
    tail.issue ??= numbers.groups?.['issue'] ?? null;
    cut = numbers.index;
  }
  tail.year ??= lastYear(text.replace(/\b(?:pp?|pages?|no|vol)\b\.?\s*[\w]+(?:\s*[-–—]+\s*\w+)?/giu, ' '));
  const yearAt =
    tail.year === null
      ? -1
      : text.slice(0, cut).search(new RegExp(`[,.(\\s](?:${MONTH}\\s*)?${tail.year}\\)?[,.\\s(]*$`, 'u'));
  return yearAt > 0 ? yearAt : cut;
}

function byOrder(text: string, tail: Tail): number | null {
  for (const order of ORDERS) {
    const found = order.exec(text);
    if (found === null) continue;
    const { year, volume, issue, pages } = found.groups ?? {};
    if (year !== undefined) tail.year ??= Number(year);
    tail.volume = volume ?? null;
    tail.issue = issue?.trim() ?? null;
    tail.pages = pages ?? null;
    return found.index;
  }
  return null;
}

function lastYear(text: string): number | null {
  const years = [...text.matchAll(/(?<![\d.\-–/:])(?:1[89]|20)\d{2}(?![\d\-–/:])/g)];
  const last = years.at(-1);
  if (last !== undefined) return Number(last[0]);
  const dated = /[(（](?<year>(?:1[89]|20)\d{2})[-–/.年]\d{1,2}/u.exec(text)?.groups?.['year'];
  return dated === undefined ? null : Number(dated);
}

/** Container and publisher out of what stands before the numbers. */
function venue(head: string, tail: Tail): void {
  let rest = head.replace(/^(?:in|IN|In)\s*[:：]?\s+(?=\S)|^\/\/\s*/u, '').replace(/^\/\//, '');
  if (tail.year !== null)
    rest = rest.replace(
      new RegExp(
        `[\\s,，.(（]*(?:\\d{0,2}\\s*${MONTH}(?:\\s*\\d{1,2},)?\\s*)?(?<!\\p{L})${tail.year}[a-z]?年?[)）]?[\\s.,，;；:：]*$`,
        'u',
      ),
      '',
    );
  rest = rest.replace(new RegExp(`[\\s,.]+${MONTH}(?:[-–/]${MONTH})?(?:\\s*\\d{1,2})?[\\s,.]*$`, 'u'), '');
  rest = tidy(rest);
  const city =
    /^(?:(?<container>.*?[.,，。])\s+)?(?<city>[\p{L} ]{2,30}(?:,\s[\p{L}. ]{2,20})?)[:：]\s*(?<house>[^:：]{2,80})$/u.exec(
      rest,
    );
  if (
    city?.groups?.['house'] !== undefined &&
    (HOUSE.test(tidy(city.groups['house'])) || /大学|学院|出版|University|Universit/u.test(city.groups['house']))
  ) {
    tail.publisher = tidy(city.groups['house']);
    rest = tidy(city.groups['container'] ?? '');
  } else {
    for (const gap of rest.matchAll(/(?:[.。]|,|，)\s+/gu)) {
      const house = tidy(rest.slice(gap.index + gap[0].length));
      if (!HOUSE.test(house) || (gap[0].startsWith(',') && !/^\p{Lu}/u.test(house))) continue;
      tail.publisher = house;
      rest = tidy(rest.slice(0, gap.index + 1));
      break;
    }
    if (tail.publisher === null && !/^in\b/i.test(head) && HOUSE.test(rest)) {
      tail.publisher = rest;
      rest = '';
    }
  }
  if (/^arxiv\b/i.test(rest) || /^CoRR$/i.test(rest)) rest = 'arXiv';
  if (/\p{L}{2}/u.test(rest)) tail.container = rest;
}

/** Trims punctuation; keeps the dot of a last abbreviation ("Graph."). */
function tidy(text: string): string {
  const bare = text.replace(/^[\s.,:;，。．；：/]+|[\s,:;，；：。．(（]+$/gu, '');
  return /\b\p{Lu}\p{Ll}{1,7}\.$/u.test(bare) && /\.\s\S*\.$/u.test(bare) ? bare : bare.replace(/\.+$/, '');
}
