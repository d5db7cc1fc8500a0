// What can be odd about a survey, in English; the window words it in the reader's language by its code.
import type { SurveyWarning, SurveyWarningCode } from '#shared/surveys.ts';

type Params = SurveyWarning['params'];

const WORDS: Record<SurveyWarningCode, (params: Params) => string> = {
  'bad-bytes': ({ encoding, lines }) =>
    `Some bytes are not ${encoding} (on ${lines} ${lines === 1 ? 'line' : 'lines'}); they show as \uFFFD. The file itself is kept as it is.`,
  'no-byte-order-mark': ({ encoding }) => `The file has no byte order mark; it was read as ${encoding}.`,
  'front-matter-unread': ({ reason }) => `The front matter could not be read (${reason}); it is kept as it is.`,
  'front-matter-too-long': () => 'The front matter is too long to be read; it is kept as it is.',
  'front-matter-format': () => 'The front matter is neither YAML nor TOML; it is kept as it is and not read.',
  'not-read': ({ reason }) =>
    `${reason === 'length' ? 'The text is too long to be read as a survey' : 'The Markdown is nested too deep, or its marks stand too dense, to be read'}; it is kept as it is.`,
  'open-fence': () => 'The code block that begins here is not closed: all that follows counts as code.',
  'paper-without-link': ({ title }) => `“${title}” has no link: the paper is known by its title alone.`,
  'paper-without-title': () => 'This paper line has a link but no title.',
  'papers-together': ({ count, title }) =>
    `${count} papers are named together here; what follows was put under the first, “${title}”.`,
  'reference-without-title': ({ link }) =>
    `No title could be read from this reference${link === 1 ? ', only its link' : ''}; it is kept as it is.`,
  'looks-like': ({ other, why }) =>
    `This looks like the work of line ${other}, but was kept apart: ${why === 'doi-differs' ? 'their DOIs differ' : 'their titles are only alike'}.`,
  'identifier-taken': ({ value, title }) =>
    `${value} belongs to another paper of the library; it was not given to “${title}”.`,
  'revision-conflict': () => 'This was changed both here and in the file; what stands here was kept.',
  'older-revision': () => 'This is an earlier revision of a survey that is in the library; nothing was changed.',
};

/** A warning of a line (1-based) with its words. */
export const warning = (line: number, code: SurveyWarningCode, params: Params = {}): SurveyWarning => ({
  line,
  code,
  params,
  message: WORDS[code](params),
});
