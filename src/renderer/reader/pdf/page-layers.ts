// Our own layer in each page of the viewer: an element the room draws into, kept in the page whatever pdf.js does.

/** The layers of the pages in view. pdf.js empties a page when it repaints it; the layer is put back before the next frame. */
export class PageLayers {
  readonly #layers = new Map<number, { element: HTMLDivElement; leave: () => void }>();
  readonly #className: string;

  constructor(className: string) {
    this.#className = className;
  }

  /** The layer of a page, made and put into `page` (pdf.js's element of it) if it is not there yet. */
  of(pageNumber: number, page: HTMLElement): HTMLDivElement {
    const known = this.#layers.get(pageNumber);
    if (known) {
      if (known.element.parentNode !== page) page.append(known.element);
      return known.element;
    }
    const element = document.createElement('div');
    element.className = this.#className;
    element.dataset['page'] = String(pageNumber);
    page.append(element);
    const observer = new MutationObserver(() => {
      if (element.parentNode !== page) page.append(element);
    });
    observer.observe(page, { childList: true });
    const leave = () => {
      observer.disconnect();
      element.remove();
    };
    this.#layers.set(pageNumber, { element, leave });
    return element;
  }

  /** The layer of a page that has one. */
  get(pageNumber: number): HTMLDivElement | null {
    return this.#layers.get(pageNumber)?.element ?? null;
  }

  /** Drops every layer but those of the given pages. */
  keep(pageNumbers: ReadonlySet<number>): void {
    for (const [number, layer] of this.#layers) {
      if (pageNumbers.has(number)) continue;
      layer.leave();
      this.#layers.delete(number);
    }
  }
}
