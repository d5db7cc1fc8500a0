// A survey's file: found by its ticket, read whole, decoded, refused with a reason where it is no Markdown.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Services } from '../kinds.ts';
import { decode, type Decoded } from './decode.ts';

/** A survey's file is text a person wrote; more is something else. Bytes. */
const LARGEST = 32 * 1024 * 1024;

/** A survey's file as read. `path` is where it lies; null for an upload, which has no place of its own. */
export type SurveyFile = Decoded & { fileName: string; bytes: Uint8Array; sha256: string; path: string | null };

/** Reads the file behind a ticket. `bad_input` for no file, a folder, or too large a one; `refused` for what is no text. */
export function readSurveyFile({ sources }: Pick<Services, 'sources'>, source: string): SurveyFile {
  const { path, name, isUpload } = sources.resolve(source);
  const fileName = basename(name);
  const reason = (what: string): Record<string, string> => ({ reason: `survey-${what}`, name: fileName });
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (stat.isDirectory())
      throw new AppError('bad_input', `${name} is a folder. Choose one Markdown file.`, reason('folder'));
    if (stat.size > LARGEST)
      throw new AppError('bad_input', `${name} is larger than 32 MB: that is no survey.`, reason('size'));
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'bad_input',
      `${name} could not be read. Check that it is there and that you may read it.`,
      reason('unreadable'),
    );
  }
  const decoded = decode(bytes);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    throw new AppError('refused', `${name} is a PDF, not a Markdown survey. Bring it in as a PDF.`, reason('pdf'));
  }
  if (isBinary(decoded.text))
    throw new AppError('refused', `${name} is not text. A survey is a Markdown file.`, reason('binary'));
  return {
    ...decoded,
    fileName,
    path: isUpload ? null : path,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Control characters no one types, or replacement characters all over, mean that these bytes never were text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 8192);
  const odd = sample.match(/[^\P{Cc}\t\n\v\f\r]|\uFFFD/gu)?.length ?? 0;
  return odd > 8 && odd > sample.length / 20;
}
