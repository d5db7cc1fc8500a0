// Names of kinds of hits, facets and their values, and examples of queries, in both languages of the interface.
import type { Facets, HitKind, Via } from '#shared/search.ts';
import { useUiLanguage, type UiLanguage } from '../ui/language.ts';

type Names = {
  kinds: Record<HitKind, string>;
  facets: Record<keyof Facets, string>;
  langs: Record<string, string>;
  stances: Record<string, string>;
  /** Where a pair of texts comes from. */
  from: Record<Via['from'], string>;
  /** Headings of what belongs to no paper and no survey. */
  elsewhere: Record<string, string>;
  /** A query, and what it asks for. */
  examples: [query: string, meaning: string][];
};

const NAMES: Record<UiLanguage, Names> = {
  en: {
    kinds: {
      page: 'Page',
      finding: 'Finding',
      note: 'Note',
      annotation: 'Mark',
      survey: 'Survey',
      paper: 'Paper',
      term: 'Term',
    },
    facets: {
      kind: 'Kind',
      year: 'Year',
      survey: 'Survey',
      tag: 'Tag',
      lang: 'Writing',
      color: 'Colour',
      stance: 'Stance',
    },
    langs: { en: 'Latin', zh: 'Chinese', ja: 'Japanese', ko: 'Korean' },
    stances: { supports: 'Supports', contradicts: 'Contradicts', qualifies: 'Qualifies', mentions: 'Mentions' },
    from: {
      term: 'By a term of yours',
      finding: 'By a finding of yours',
      note: 'By a note of yours',
      paper: 'By a paper’s two titles',
    },
    elsewhere: { term: 'Terms', note: 'Notes of your own', finding: 'Findings of your own', annotation: 'Marks' },
    examples: [
      ['"transfer learning"', 'these words in a row'],
      ['fine-tun*', 'words that begin so'],
      ['ResNet OR DenseNet -video', 'either, and not the last'],
      ['author:wang year:2015..2020', 'of this author, from these years'],
      ['kind:finding stance:contradicts', 'findings with evidence against them'],
      ['深度学习', 'Chinese of any length; titles also by pinyin (sdxx)'],
    ],
  },
  'zh-Hans': {
    kinds: {
      page: '页面',
      finding: '结论',
      note: '笔记',
      annotation: '标注',
      survey: '综述',
      paper: '论文',
      term: '术语',
    },
    facets: { kind: '类型', year: '年份', survey: '综述', tag: '标签', lang: '文字', color: '颜色', stance: '立场' },
    langs: { en: '拉丁文字', zh: '中文', ja: '日文', ko: '韩文' },
    stances: { supports: '支持', contradicts: '反对', qualifies: '限定', mentions: '提及' },
    from: { term: '依据您的术语', finding: '依据您的结论', note: '依据您的笔记', paper: '依据论文的双语标题' },
    elsewhere: { term: '术语', note: '独立笔记', finding: '独立结论', annotation: '标注' },
    examples: [
      ['"迁移学习"', '连续出现的词语'],
      ['fine-tun*', '以此开头的单词'],
      ['ResNet OR DenseNet -视频', '任选其一，且不含最后一个词'],
      ['作者:wang 年份:2015..2020', '按作者和年份'],
      ['类型:结论 立场:反对', '有反对证据的结论'],
      ['深度学习', '任意长度的中文；标题也可用拼音（sdxx）'],
    ],
  },
};

/** The names in the language of the interface. */
export const useNames = (): Names => NAMES[useUiLanguage()];
