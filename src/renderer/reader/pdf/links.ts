// Links within a document: where on a page they are, and where they lead. Read from the PDF itself, page by page.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Rect } from '#shared/text/model.ts';

/** A link; `to` has the place in PDF points, as far as the destination says. */
export type InnerLink = {
  key: string;
  kind: 'link';
  page: number;
  rects: readonly Rect[];
  destination: string | unknown[];
  to: { page: number; x: number | null; y: number | null };
};

type Annotation = { subtype?: unknown; dest?: unknown; rect?: unknown };

/** The links of one document, read when first pointed at. */
export class InnerLinks {
  readonly #document: PDFDocumentProxy;
  readonly #pages = new Map<number, Promise<Annotation[]>>();
  readonly #known = new Map<string, Promise<InnerLink | null>>();

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  /** The link under a point of a page (PDF points), null where there is none or it leads out of the document. */
  async at(page: number, x: number, y: number): Promise<InnerLink | null> {
    const links = await this.#linksOf(page);
    const index = links.findIndex(
      ({ rect }) => isRect(rect) && x >= rect[0] && x <= rect[2] && y >= rect[1] && y <= rect[3],
    );
    const link = links[index];
    if (!link) return null;
    const key = `link ${String(page)} ${String(index)}`;
    const known = this.#known.get(key) ?? this.#resolve(key, page, link);
    this.#known.set(key, known);
    return known;
  }

  #linksOf(page: number): Promise<Annotation[]> {
    const known =
      this.#pages.get(page) ??
      this.#document
        .getPage(page)
        .then((proxy) => proxy.getAnnotations({ intent: 'display' }))
        .then((all) => (all as Annotation[]).filter(({ subtype, dest }) => subtype === 'Link' && isDestination(dest)))
        // Links that cannot be read are links that are not there.
        .catch(() => []);
    this.#pages.set(page, known);
    return known;
  }

  async #resolve(key: string, page: number, { dest, rect }: Annotation): Promise<InnerLink | null> {
    if (!isDestination(dest) || !isRect(rect)) return null;
    try {
      const explicit: unknown = typeof dest === 'string' ? await this.#document.getDestination(dest) : dest;
      if (!Array.isArray(explicit)) return null;
      const [target, mode, a, b] = explicit as unknown[];
      const index =
        typeof target === 'number'
          ? target
          : await this.#document.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
      const name = (mode as { name?: unknown } | undefined)?.name;
      const place =
        name === 'XYZ'
          ? { x: numberOf(a), y: numberOf(b) }
          : { x: null, y: name === 'FitH' || name === 'FitBH' ? numberOf(a) : null };
      return { key, kind: 'link', page, rects: [rect], destination: dest, to: { page: index + 1, ...place } };
    } catch {
      return null;
    }
  }
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const isDestination = (value: unknown): value is string | unknown[] =>
  (typeof value === 'string' && value !== '') || (Array.isArray(value) && value.length > 0);
const isRect = (value: unknown): value is Rect =>
  Array.isArray(value) && value.length === 4 && value.every((each) => typeof each === 'number');
