// Words about what an import of a survey understood and how it can be set right, in both languages of the interface.
import type { LineKind, MergedBy, Proposal, RevisionOf, SurveyWarning } from '#shared/surveys.ts';
import { defineMessages } from '../ui/i18n.tsx';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
type Params = SurveyWarning['params'];

export const importing = defineMessages({
  en: {
    proposals: 'Alike',
    text: 'Line by line',
    sameWork: 'The same work',
    otherWork: 'Another work',
    notSame: 'Not the same',
    alone: (line: number) => `Take line ${line} as a work of its own`,
    inLibrary: 'in the library',
    alikeWith: (line: number | null) => (line === null ? 'already in the library' : `line ${line}`),
    kindOf: (line: number) => `What line ${line} is`,
    corrected: (count: number) => plural(count, 'correction'),
    undoCorrections: 'Undo corrections',
    revision: (title: string) => `A later revision of “${title}”`,
    asRevision: 'Update that survey',
    asNew: 'Import as a new survey',
    howToImport: 'How to import',
    mentions: 'Links in the text',
    notInList: 'not in the reference list',
    revisionCounts: ({ added, changed, removed, conflicts }: RevisionOf) =>
      [
        `${added} new, ${changed} changed, ${removed} gone (to the trash).`,
        conflicts > 0 && `${plural(conflicts, 'place')} changed both here and in the file: what stands here is kept.`,
        'Evidence stays linked.',
      ]
        .filter(Boolean)
        .join(' '),
    revisionBy: (by: RevisionOf['by']) =>
      ({
        file: 'it is the linked file',
        title: 'same title',
        permalink: 'same address',
        name: 'same file name',
        text: 'much the same text',
      })[by],
    kind: (kind: LineKind) =>
      ({
        heading: 'heading',
        paper: 'paper',
        finding: 'finding',
        passage: 'commentary',
        reference: 'reference',
        mention: 'link',
        none: 'plain text',
      })[kind],
    mergedBy: (by: MergedBy) =>
      ({
        doi: 'same DOI',
        arxiv: 'same arXiv id',
        title: 'same title',
        url: 'same address',
        place: 'as before',
        user: 'you said so',
      })[by],
    near: (why: Proposal['why']) =>
      ({
        'near-title': 'titles are alike',
        'doi-differs': 'same title, other DOI',
        'arxiv-differs': 'same title, other arXiv id',
        'authors-differ': 'same title, other people',
        'year-differs': 'same title, years far apart',
      })[why],
    'bad-bytes': ({ encoding, lines }: Params) =>
      `Some bytes are not ${encoding} (on ${lines} ${lines === 1 ? 'line' : 'lines'}); they show as \uFFFD. The file itself is kept as it is.`,
    'no-byte-order-mark': ({ encoding }: Params) => `The file has no byte order mark; it was read as ${encoding}.`,
    'front-matter-unread': ({ reason }: Params) =>
      `The front matter could not be read (${reason}); it is kept as it is.`,
    'front-matter-too-long': () => 'The front matter is too long to be read; it is kept as it is.',
    'front-matter-format': () => 'The front matter is neither YAML nor TOML; it is kept as it is and not read.',
    'not-read': ({ reason }: Params) =>
      reason === 'length'
        ? 'The text is too long to be read as a survey; it is kept as it is.'
        : 'The Markdown is nested too deep to be read; it is kept as it is.',
    'open-fence': () => 'The code block that begins here is not closed: all that follows counts as code.',
    'paper-without-link': ({ title }: Params) => `“${title}” has no link: the paper is known by its title alone.`,
    'paper-without-title': () => 'This paper line has a link but no title.',
    'papers-together': ({ count, title }: Params) =>
      `${count} papers are named together here; what follows was put under the first, “${title}”.`,
    'reference-without-title': ({ link }: Params) =>
      `No title could be read from this reference${link === 1 ? ', only its link' : ''}; it is kept as it is.`,
    'looks-like': ({ other }: Params) => `This looks like the work of line ${other}, but was kept apart.`,
    'identifier-taken': ({ value, title }: Params) =>
      `${value} belongs to another paper of the library; it was not given to “${title}”.`,
    'revision-conflict': () => 'This was changed both here and in the file; what stands here was kept.',
    'older-revision': () => 'This is an earlier revision of a survey that is in the library; nothing changes.',
    'survey-folder': ({ name }: Params) => `${name} is a folder. Choose one Markdown file.`,
    'survey-size': ({ name }: Params) => `${name} is larger than 32 MB: that is no survey.`,
    'survey-unreadable': ({ name }: Params) => `${name} could not be read. Check that it is there and may be read.`,
    'survey-pdf': ({ name }: Params) => `${name} is a PDF, not a Markdown survey. Bring it in as a PDF.`,
    'survey-binary': ({ name }: Params) => `${name} is not text. A survey is a Markdown file.`,
  },
  'zh-Hans': {
    proposals: '疑似相同',
    text: '逐行查看',
    sameWork: '同一篇',
    otherWork: '另一篇',
    notSame: '不是同一篇',
    alone: (line) => `将第 ${line} 行视为另一篇`,
    inLibrary: '库中已有',
    alikeWith: (line) => (line === null ? '库中已有' : `第 ${line} 行`),
    kindOf: (line) => `第 ${line} 行的类型`,
    corrected: (count) => `${count} 处更正`,
    undoCorrections: '撤销更正',
    revision: (title) => `这是《${title}》的后续版本`,
    asRevision: '更新该综述',
    asNew: '作为新综述导入',
    howToImport: '导入方式',
    mentions: '正文链接',
    notInList: '不在参考文献中',
    revisionCounts: ({ added, changed, removed, conflicts }) =>
      [
        `新增 ${added} 条，修改 ${changed} 条，移入回收站 ${removed} 条。`,
        conflicts > 0 && `有 ${conflicts} 处两边均有修改：保留此处的内容。`,
        '证据关联保持不变。',
      ]
        .filter(Boolean)
        .join(''),
    revisionBy: (by) =>
      ({ file: '即所关联的文件', title: '标题相同', permalink: '网址相同', name: '文件名相同', text: '正文大体相同' })[
        by
      ],
    kind: (kind) =>
      ({
        heading: '标题',
        paper: '论文',
        finding: '结论',
        passage: '评述',
        reference: '参考文献',
        mention: '链接',
        none: '普通文字',
      })[kind],
    mergedBy: (by) =>
      ({
        doi: 'DOI 相同',
        arxiv: 'arXiv 编号相同',
        title: '标题相同',
        url: '网址相同',
        place: '沿用原先判断',
        user: '由您指定',
      })[by],
    near: (why) =>
      ({
        'near-title': '标题相近',
        'doi-differs': '标题相同，DOI 不同',
        'arxiv-differs': '标题相同，arXiv 编号不同',
        'authors-differ': '标题相同，作者不同',
        'year-differs': '标题相同，年份相差较大',
      })[why],
    'bad-bytes': ({ encoding, lines }) =>
      `有字节不符合 ${encoding}（共 ${lines} 行），显示为 \uFFFD；文件本身原样保留。`,
    'no-byte-order-mark': ({ encoding }) => `文件没有字节顺序标记，已按 ${encoding} 读取。`,
    'front-matter-unread': ({ reason }) => `文件头信息无法读取（${reason}），已原样保留。`,
    'front-matter-too-long': () => '文件头信息过长，未读取，已原样保留。',
    'front-matter-format': () => '文件头信息既非 YAML 也非 TOML，未读取，已原样保留。',
    'not-read': ({ reason }) =>
      reason === 'length' ? '文本过长，无法识别，已原样保留。' : 'Markdown 嵌套过深，无法识别，已原样保留。',
    'open-fence': () => '此处开始的代码块没有结束标记，其后内容均视为代码。',
    'paper-without-link': ({ title }) => `《${title}》没有链接，仅凭标题识别。`,
    'paper-without-title': () => '此论文行有链接但没有标题。',
    'papers-together': ({ count, title }) => `此处并列 ${count} 篇论文，其后内容归于第一篇《${title}》。`,
    'reference-without-title': ({ link }) =>
      `无法从此条参考文献读出标题${link === 1 ? '，仅有链接' : ''}，已原样保留。`,
    'looks-like': ({ other }) => `与第 ${other} 行疑似同一篇，暂未合并。`,
    'identifier-taken': ({ value, title }) => `${value} 属于库中另一篇论文，未赋予《${title}》。`,
    'revision-conflict': () => '此处在库中与文件中均有修改，保留库中内容。',
    'older-revision': () => '这是库中某综述的较早版本，不作任何改动。',
    'survey-folder': ({ name }) => `${name} 是文件夹，请选择一个 Markdown 文件。`,
    'survey-size': ({ name }) => `${name} 超过 32 MB，不是综述文件。`,
    'survey-unreadable': ({ name }) => `无法读取 ${name}，请确认文件存在且有读取权限。`,
    'survey-pdf': ({ name }) => `${name} 是 PDF，不是 Markdown 综述；请用“添加 PDF”导入。`,
    'survey-binary': ({ name }) => `${name} 不是文本文件；综述应为 Markdown 文件。`,
  },
});
