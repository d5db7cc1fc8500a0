// `glossa text` shows a page's text model; `glossa annotate` marks a quote on it.
import { AnnotationColor, Stance } from '#shared/annotations.ts';
import { AppError } from '#shared/errors.ts';
import type { PageText } from '#shared/text/model.ts';
import { Sha256 } from '#shared/values.ts';
import { responseError } from '../../host/client.ts';
import type { Arguments, Library, Verb } from '../verb.ts';

export const text: Verb = {
  name: 'text',
  usage: 'SHA256 --page N',
  help: "A page's text in reading order, with its lines and blocks.",
  positionals: [1, 1],
  options: ['page'],
  async run(library, args) {
    const page = await readPage(library, fileOf(args), pageOf(args));
    const { label, width, height, rotation, text: words, lines, blocks } = page;
    return {
      json: {
        page: page.page,
        label,
        width,
        height,
        rotation,
        text: words,
        lines: lines.map(({ start, end, rect }) => ({ start, end, rect })),
        blocks: blocks.map(({ start, end }) => ({ start, end })),
      },
      text: words.replace(/\n$/, ''),
    };
  },
};

export const annotate: Verb = {
  name: 'annotate',
  usage: 'SHA256 --page N --quote "..." [--color yellow] [--finding ID --stance supports]',
  help: 'Highlight a quote, and link it to a finding as evidence.',
  positionals: [1, 1],
  options: ['page', 'quote', 'color', 'finding', 'stance'],
  async run(library, args) {
    const { options } = args;
    const [sha256, page] = [fileOf(args), pageOf(args)];
    const quote = options['quote'];
    if (!quote) throw new AppError('bad_input', '--quote is needed: the words to highlight.');
    const color = oneOf(AnnotationColor.options, options['color'] ?? 'yellow', '--color');
    const stance = oneOf(Stance.options, options['stance'] ?? 'supports', '--stance');
    if (options['stance'] && !options['finding']) throw new AppError('bad_input', '--stance goes with --finding ID.');
    const finding = options['finding'] ? { finding: { id: options['finding'], stance } } : {};
    // Marking needs the page's text at hand; a cache that was thrown away is filled again by reading it.
    await readPage(library, sha256, page);
    const annotation = await library.client.annotations.createFromQuote({ sha256, page, quote, color, ...finding });
    return {
      json: annotation,
      text: `${annotation.id}  p. ${annotation.anchor.pageLabel}  ${annotation.anchor.quote}`,
    };
  },
};

async function readPage({ send, origin }: Library, sha256: string, page: number): Promise<PageText> {
  const response = await send(new Request(`${origin}/text/${sha256}/${page}`));
  if (response.status === 404)
    throw new AppError('not_found', `There is no text for page ${page} of the file ${sha256}.`);
  if (!response.ok) throw await responseError(response);
  return (await response.json()) as PageText;
}

function fileOf({ positionals: [sha256] }: Arguments): string {
  const known = Sha256.safeParse(sha256?.toLowerCase());
  if (!known.success) throw new AppError('bad_input', `"${sha256}" is not a SHA-256: 64 hexadecimal digits.`);
  return known.data;
}

function pageOf({ options }: Arguments): number {
  const page = options['page'];
  if (page === undefined) throw new AppError('bad_input', '--page N is needed: which page, from 1.');
  if (!/^[1-9]\d{0,5}$/.test(page))
    throw new AppError('bad_input', `--page takes a page number from 1, not "${page}".`);
  return Number(page);
}

function oneOf<T extends string>(allowed: readonly T[], value: string, name: string): T {
  const found = allowed.find((one) => one === value);
  if (!found) throw new AppError('bad_input', `${name} takes one of ${allowed.join(', ')}, not "${value}".`);
  return found;
}
