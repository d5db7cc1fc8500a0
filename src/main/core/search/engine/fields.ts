// What the fields of a query ask of a hit: author, year, tag, survey, kind, colour, stance, language.
import { tokenize } from '../text/tokens.ts';
import { matchesPinyin } from '../text/pinyin.ts';
import { LANGS, type Catalog, type PaperInfo } from './catalog.ts';
import type { Plan } from './plan.ts';

/** What a hit is, to a field. */
export type Subject = {
  kind: string;
  paper: PaperInfo | null;
  surveyId: string | null;
  langs: number;
  color: string | null;
  stances: readonly string[];
  /** Its own. */
  tags: readonly string[];
};

type FieldPlan = Extract<Plan, { type: 'field' | 'years' }>;

/** Words a user may say for a value of a closed list, in either language of the interface. */
const SAME: Record<string, string> = {
  页: 'page',
  页面: 'page',
  pdf: 'page',
  结论: 'finding',
  论点: 'finding',
  笔记: 'note',
  passage: 'note',
  标注: 'annotation',
  批注: 'annotation',
  highlight: 'annotation',
  综述: 'survey',
  论文: 'paper',
  术语: 'term',
  黄: 'yellow',
  黄色: 'yellow',
  绿: 'green',
  绿色: 'green',
  蓝: 'blue',
  蓝色: 'blue',
  红: 'red',
  红色: 'red',
  紫: 'purple',
  紫色: 'purple',
  橙: 'orange',
  橙色: 'orange',
  品红: 'magenta',
  灰: 'grey',
  灰色: 'grey',
  gray: 'grey',
  支持: 'supports',
  support: 'supports',
  反对: 'contradicts',
  矛盾: 'contradicts',
  contradict: 'contradicts',
  限定: 'qualifies',
  qualify: 'qualifies',
  提及: 'mentions',
  mention: 'mentions',
};

const LANG_BITS: Record<string, number> = {
  en: LANGS.latin,
  latin: LANGS.latin,
  英文: LANGS.latin,
  英语: LANGS.latin,
  zh: LANGS.han,
  cn: LANGS.han,
  中文: LANGS.han,
  汉语: LANGS.han,
  ja: LANGS.kana,
  日文: LANGS.kana,
  日语: LANGS.kana,
  ko: LANGS.hangul,
  韩文: LANGS.hangul,
  韩语: LANGS.hangul,
};

/** The check of one field, made once a query. */
export function fieldCheck(plan: FieldPlan, catalog: Catalog): (subject: Subject) => boolean {
  if (plan.type === 'years') {
    const { from, to } = plan;
    return ({ paper }) =>
      paper !== null && paper.year !== null && paper.year >= (from ?? -Infinity) && paper.year <= (to ?? Infinity);
  }
  const value = plan.value.trim().toLowerCase();
  const closed = SAME[value] ?? value.replace(/s$/u, (end) => (value.endsWith('ss') || isStance(value) ? end : ''));
  switch (plan.field) {
    case 'author':
      return byPaper((paper) => hasAuthor(paper, plan.value, plan.isPrefix));
    case 'tag': {
      const wanted = folded(value);
      const isIt = (tag: string): boolean => (plan.isPrefix ? folded(tag).startsWith(wanted) : folded(tag) === wanted);
      const paperHas = byPaper(({ tags }) => tags.some(isIt));
      return (subject) => subject.tags.some(isIt) || paperHas(subject);
    }
    case 'survey': {
      const wanted = folded(value);
      const ids = new Set(
        [...catalog.surveys].filter(([id, title]) => id === value || folded(title).includes(wanted)).map(([id]) => id),
      );
      return ({ paper, surveyId }) =>
        (surveyId !== null && ids.has(surveyId)) || (paper?.surveyIds.some((id) => ids.has(id)) ?? false);
    }
    case 'kind':
      return ({ kind }) => kind === closed;
    case 'color':
      return ({ color }) => color === closed;
    case 'stance':
      return ({ stances }) => stances.includes(closed);
    case 'lang': {
      const bit = LANG_BITS[value] ?? LANG_BITS[value.split(/[-_]/u)[0] ?? ''] ?? 0;
      return ({ langs }) => (langs & bit) !== 0;
    }
    case 'year':
      return () => false;
  }
}

const isStance = (value: string): boolean => /^(?:supports|contradicts|qualifies|mentions)$/u.test(value);

const folded = (text: string): string => tokenize(text).words.join(' ');

function byPaper(holds: (paper: PaperInfo) => boolean): (subject: Subject) => boolean {
  const known = new Map<PaperInfo, boolean>();
  return ({ paper }) => {
    if (!paper) return false;
    let is = known.get(paper);
    if (is === undefined) known.set(paper, (is = holds(paper)));
    return is;
  };
}

/** Names in order or not; the last may be unfinished with a `*`; Chinese names also by their pinyin. */
function hasAuthor({ people, pinyin }: PaperInfo, value: string, isPrefix: boolean): boolean {
  const words = tokenize(value).words;
  const found =
    words.length > 0 &&
    words.every((word, i) => people.includes(` ${word}${isPrefix && i === words.length - 1 ? '' : ' '}`));
  return found || (words.length === 1 && pinyin.some((each) => matchesPinyin(each, words[0] ?? '')));
}
