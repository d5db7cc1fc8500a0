// CJK Radicals Supplement (U+2E80-2EF3) to the ideograph of the same form. Chromium prints 马 as U+2EE2 and the like,
// and NFKC leaves all but two of these alone (the Kangxi radicals U+2F00-2FD5 it knows).

const FIRST = 0x2e80;

/** One ideograph per code point from U+2E80 on; U+2E9A is not assigned. After Unicode's Equivalent_Unified_Ideograph. */
const IDEOGRAPHS = [
  ...'冫厂乛乚乙亻冂\u{20628}刀刂卜㔾小小兀尣',
  ...'尢\u{21BC2}巳幺彑\u{2B739}忄㣺扌攵\u2E9A旡日月歺母',
  ...'民氵氺灬爫爫丬牛犭王\u{24D14}目示礻\u{25AD7}糹',
  ...'纟罓罒㓁㓁\u{2626B}羊\u{2634C}\u{2634B}耂肀聿肉\u{26951}艹艹',
  ...'艹虎衤覀西见角\u{278B2}讠贝\u{27FB7}车辶辶辶阝',
  ...'钅長镸长门阜阝雨青韦页风飞食\u{2967F}飠',
  ...'饣\u{29810}马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜',
  ...'龙龜亀龟',
];

/** The ideograph a supplementary radical stands for; undefined for any other code point. */
export function radicalIdeograph(code: number): string | undefined {
  return code < FIRST ? undefined : IDEOGRAPHS[code - FIRST];
}
