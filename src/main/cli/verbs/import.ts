// `glossa import survey|pdf`: brings in what others wrote.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { ImportedFile } from '#shared/files.ts';
import { admitPaths, finishJob } from '../../host/client.ts';
import type { Verb } from '../verb.ts';

export const importSurvey: Verb = {
  name: 'import survey',
  usage: 'FILE',
  help: 'Take in a survey written in Markdown; says what was understood.',
  positionals: [1, 1],
  options: [],
  async run({ client, send, origin }, { positionals: [file = ''] }) {
    const path = there(file);
    const found = statSync(path);
    if (!found.isFile()) {
      const what = found.isDirectory() ? 'is a folder' : 'is no plain file';
      throw new AppError('bad_input', `${path} ${what}; a survey is one Markdown file.`);
    }
    const [source = ''] = await admitPaths(send, [path], origin);
    const survey = await client.surveys.import({ source });
    const counts = [
      `${survey.papers.length} papers (${survey.papers.filter((paper) => paper.created).length} new)`,
      `${survey.findings.length} findings`,
      `${survey.passages.length} passages`,
      `${survey.references.length} references`,
    ];
    return {
      json: survey,
      text: [
        `${survey.title}  ${survey.surveyId}`,
        counts.join(', '),
        ...survey.merged.map(({ lines, why }) => `lines ${lines.join(', ')} are one paper: ${why}`),
        ...survey.warnings.map(({ line, message }) => `line ${line}: ${message}`),
      ].join('\n'),
    };
  },
};

export const importPdf: Verb = {
  name: 'import pdf',
  usage: 'PATH...',
  help: 'Bring in PDFs, or folders of them; each is matched to its paper.',
  positionals: [1, Infinity],
  options: [],
  async run({ client, send, origin }, { positionals }) {
    const sources = await admitPaths(send, positionals.map(there), origin);
    const files = await finishJob<ImportedFile[]>(client, await client.files.import({ sources }));
    return { json: files, text: files.map(line).join('\n') };
  },
};

function line({ path, status, matchedBy, message }: ImportedFile): string {
  const how = matchedBy && matchedBy !== 'none' ? ` (matched by ${matchedBy})` : '';
  return `${status.padEnd(8)} ${path}${how}${message ? `: ${message}` : ''}`;
}

/** The absolute path of something that is there. */
function there(path: string): string {
  const full = resolve(path);
  if (!existsSync(full)) throw new AppError('bad_input', `There is no file ${full}.`);
  return full;
}
