// Checks what a user gives for a paper's fields, and brings it to the form that is stored.
import { AppError } from '#shared/errors.ts';
import type { PaperFields } from '#shared/papers.ts';
import { cleanArxiv, cleanDoi } from '../references/index.ts';
import { cleanIdentifier, SCHEME_NAMES } from './identifiers.ts';

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;

/** The fields as they are stored: identifiers in canonical form, however pasted. `bad_input` for what is none. */
export function checkFields<F extends Partial<PaperFields>>(fields: F): F {
  if (fields.title?.trim() === '') throw new AppError('bad_input', 'title: a paper needs a title.');
  const checked = { ...fields };
  if (fields.doi !== undefined) {
    checked.doi = cleanDoi(fields.doi);
    if (fields.doi?.trim() && !checked.doi) {
      throw new AppError('bad_input', `doi: “${fields.doi}” is not a DOI. One looks like 10.1000/182.`);
    }
  }
  if (fields.arxivId !== undefined) {
    checked.arxivId = cleanArxiv(fields.arxivId);
    if (fields.arxivId?.trim() && !checked.arxivId) {
      throw new AppError('bad_input', `arxivId: “${fields.arxivId}” is not an arXiv id. One looks like 1706.03762.`);
    }
  }
  if (fields.identifiers) {
    checked.identifiers = fields.identifiers.map(({ scheme, value }) => {
      const clean = cleanIdentifier(scheme, value);
      if (!clean)
        throw new AppError('bad_input', `identifiers: “${value}” is not of the kind ${SCHEME_NAMES[scheme]}.`);
      return { scheme, value: clean };
    });
  }
  if (fields.issued !== undefined && fields.issued !== '') {
    // A year alone is the year's field's to say.
    const issued = /^\d{4}$/.test(fields.issued) ? '' : fields.issued;
    if (issued && !DATE.test(issued)) {
      throw new AppError(
        'bad_input',
        `issued: “${fields.issued}” is not a date. One looks like 2024-03 or 2024-03-15.`,
      );
    }
    checked.issued = issued;
    checked.year = Number(fields.issued.slice(0, 4));
  }
  return checked;
}
