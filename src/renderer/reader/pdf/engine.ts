// The painting engine of the reader: one document in one scroller. It paints, moves, zooms, and tells where pages lie;
// what is drawn on them (marks, selection) is the room's.
import type { ReadingPlace } from '#shared/settings.ts';
import type { Rect } from '#shared/text/model.ts';
import type { CropOf } from './crop.ts';
import { DocumentHost } from './document-host.ts';
import { type Box, clientBox, distanceTo, pdfPoint, turnOf } from './frame.ts';
import type { InnerLink } from './links.ts';
import { layOut, type PageLayout } from './layout.ts';
import { initialisePage } from './page-sizes.ts';
import { paintPart } from './paint-part.ts';
import { clampScale, scrollToShow, stepScale } from './place.ts';
import { scrollByLines, scrollByView } from './scrolling.ts';
import type { Fit, ShownPage } from './state.ts';

/** A place on a page under the pointer, in PDF user space; `isOnPage` is false where the nearest page stands in. */
export type PagePoint = { page: number; x: number; y: number; isOnPage: boolean };

/** The engine: what can be done with the document that is open. */
export class PdfEngine extends DocumentHost {
  /** Goes to the top of a page, 1-based; false when there is no such page. `isStep`: not a jump one would come back from. */
  goToPage(page: number, isStep = false): boolean {
    const viewer = this.parts?.viewer;
    if (!viewer || page < 1 || page > this.state().pageCount) return false;
    if (!isStep && page !== this.state().page) this.onJump?.();
    viewer.scrollPageIntoView({ pageNumber: page });
    return true;
  }

  /** Scrolls so that a rectangle of a page (PDF points) stands in the view, unless it is there already. */
  async reveal(page: number, rect: Rect): Promise<void> {
    const viewer = this.parts?.viewer;
    const document = this.document();
    if (!viewer || !document || page < 1 || page > this.state().pageCount) return;
    await initialisePage(viewer, document, page);
    if (this.document() !== document) return;
    if (!this.clientBox(page, rect)) viewer.scrollPageIntoView({ pageNumber: page });
    this.pages?.refresh();
    const box = this.clientBox(page, rect);
    const view = this.container.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.container;
    if (!box) return;
    this.container.scrollBy(
      scrollToShow(box.left - view.left, box.width, clientWidth, 'edge'),
      scrollToShow(box.top - view.top, box.height, clientHeight, 'centre'),
    );
    viewer.update();
  }

  /** Sets the zoom: 1 is the printed size. */
  zoomTo(scale: number | Fit): void {
    if (!this.parts) return;
    this.parts.viewer.currentScaleValue = typeof scale === 'number' ? String(clampScale(scale)) : scale;
  }

  /** One step in (1) or out (-1). */
  zoomBy(direction: 1 | -1): void {
    this.zoomTo(stepScale(this.state().scale, direction));
  }

  /** Zooms by a factor around a client point, as a wheel or a pinch does: stretched at once, repainted when it rests. */
  zoomAround(factor: number, clientX: number, clientY: number): void {
    const viewer = this.parts?.viewer;
    if (!viewer) return;
    const scaleFactor = clampScale(viewer.currentScale * factor) / viewer.currentScale;
    const view = this.container.getBoundingClientRect();
    const origin = [clientX - view.left + this.container.offsetLeft, clientY - view.top + this.container.offsetTop];
    const options = { scaleFactor, origin, drawingDelay: 300 };
    viewer.updateScale(options as unknown as Parameters<typeof viewer.updateScale>[0]);
  }

  /** Turns the view by a quarter clockwise (1) or back (-1). */
  rotateBy(direction: 1 | -1): void {
    this.pages?.forgetFigures();
    if (this.parts) this.parts.viewer.pagesRotation = turnOf(this.state().turn + direction * 90);
  }

  /** Lays the pages out in another way. */
  layOut(layout: PageLayout): void {
    if (!this.parts || layout === this.state().layout) return;
    const { page } = this.state();
    layOut(this.parts.viewer, layout);
    this.store.set({ layout });
    this.goToPage(page, true);
  }

  /** Sets the colours of the pages: a name the style sheet knows, and whether pictures are inverted with them. */
  look(theme: string, invertsFigures: boolean): void {
    const { dataset } = this.container.parentElement ?? this.container;
    dataset['page'] = theme;
    dataset['figures'] = invertsFigures ? 'inverted' : 'kept';
  }

  /** Asks for margins to be cropped away or not; the room answers with what to crop to. */
  wantCrop(isCropped: boolean): void {
    this.store.set({ isCropped });
  }

  /** Shows only a part of each page; null shows all. The view stays where it is. */
  crop(crop: CropOf | null): void {
    const viewer = this.parts?.viewer;
    if (!viewer || !this.cropping) return;
    const place = this.place();
    this.pages?.forgetFigures();
    this.cropping.set(viewer, crop);
    this.pages?.refresh();
    if (!place) return;
    if (place.scale === 'page-width' || place.scale === 'page-fit') this.zoomTo(place.scale);
    this.scrollToPlace(place);
  }

  /** The next page or spread, or the one before. */
  turnPage(by: 1 | -1): void {
    if (by === 1) this.parts?.viewer.nextPage();
    else this.parts?.viewer.previousPage();
  }

  /** Scrolls by most of a view; where one page shows at a time, on to the next at its end. */
  scrollByView(by: 1 | -1): void {
    if (!scrollByView(this.container, by) && this.state().layout === 'single') this.turnPage(by);
  }

  /** Scrolls by a few lines. */
  scrollByLines(by: 1 | -1): void {
    if (!scrollByLines(this.container, by) && this.state().layout === 'single') this.turnPage(by);
  }

  /** Goes back to a place that was left. */
  goToPlace(place: ReadingPlace): void {
    if (this.state().status === 'open') this.scrollToPlace(place);
  }

  /** Tries again to paint a page that failed. */
  repaint(page: number): void {
    this.pages?.repaint(page);
    this.parts?.viewer.update();
  }

  /** The page and the point of it under a client point; the nearest page's where there is none. Null while nothing is shown. */
  locate(clientX: number, clientY: number): PagePoint | null {
    let nearest: { page: ShownPage; area: Box; far: number } | null = null;
    for (const page of this.state().shown) {
      const area = page.layer.getBoundingClientRect();
      const far = distanceTo(area, clientX, clientY);
      if (!nearest || far < nearest.far) nearest = { page, area, far };
    }
    if (!nearest || nearest.area.width === 0) return null;
    const [x, y] = pdfPoint(nearest.page.frame, nearest.area, clientX, clientY);
    return { page: nearest.page.number, x, y, isOnPage: nearest.far === 0 };
  }

  /** Where a rectangle of a page (PDF points) is on the screen; null for a page that is not shown. */
  clientBox(page: number, rect: Rect): Box | null {
    const shown = this.state().shown.find((each) => each.number === page);
    return shown ? clientBox(shown.frame, shown.layer.getBoundingClientRect(), rect) : null;
  }

  /** The link within the document under a point, and where it leads; null where there is none. */
  async linkAt({ page, x, y, isOnPage }: PagePoint): Promise<InnerLink | null> {
    return isOnPage ? ((await this.links?.at(page, x, y)) ?? null) : null;
  }

  /** Paints a part of a page (PDF points), upright, for a preview; null where it cannot be painted. */
  async paintPart(page: number, rect: Rect, widthPx: number): Promise<HTMLCanvasElement | null> {
    const document = this.document();
    return document ? paintPart(document, page, rect, widthPx) : null;
  }

  /** Follows a destination of the document (of its outline or a link). */
  async goToDestination(destination: string | unknown[]): Promise<void> {
    await this.parts?.linkService.goToDestination(destination);
  }
}
