// When what has the focus is taken out of the window (it was removed, here or elsewhere), the focus goes to what stood
// next to it or around it, so that a keyboard is never left nowhere.

const FOCUSABLE =
  '[tabindex], button:not([disabled]), a[href], input:not([disabled]), select:not([disabled]), textarea:not([disabled])';
/** Of these the next one takes over; from anything else the focus goes outward. */
const ONE_OF_MANY = 'li, tr, article, [role="row"], [role="group"], [role="listitem"], [role="treeitem"]';

/** Who gets the focus when `removed` has left `parent`, where it stood before `next` and after `previous`. */
export function focusHeir(
  removed: Element,
  parent: Element,
  next: Element | null,
  previous: Element | null,
): HTMLElement | null {
  if (removed.matches(ONE_OF_MANY)) {
    for (let one = next; one; one = one.nextElementSibling) if (one.matches(ONE_OF_MANY)) return firstIn(one);
    for (let one = previous; one; one = one.previousElementSibling) if (one.matches(ONE_OF_MANY)) return firstIn(one);
  }
  return parent.closest<HTMLElement>('[tabindex]');
}

const firstIn = (element: Element): HTMLElement | null =>
  element.matches(FOCUSABLE) ? (element as HTMLElement) : element.querySelector<HTMLElement>(FOCUSABLE);

const elementAt = (node: Node | null, way: 'nextSibling' | 'previousSibling'): Element | null => {
  let at = node;
  while (at && !(at instanceof Element)) at = at[way];
  return at;
};

/** Watches everything within `root`; returns the way to stop. Overlays outside it look after themselves. */
export function keepFocus(root: Element): () => void {
  let last: Element | null = null;
  const isNowhere = () => document.activeElement === null || document.activeElement === document.body;
  const onFocusIn = (event: FocusEvent) => {
    last = event.target instanceof Element && root.contains(event.target) ? event.target : null;
  };
  const onFocusOut = () => {
    // Who puts the focus out on purpose (a click on nothing) wants it nowhere.
    queueMicrotask(() => {
      if (last?.isConnected && isNowhere()) last = null;
    });
  };
  const observer = new MutationObserver((records) => {
    if (!last || last.isConnected || !isNowhere()) return;
    const lost = last;
    last = null;
    for (const { target, removedNodes, nextSibling, previousSibling } of records) {
      if (!(target instanceof Element) || !target.isConnected) continue;
      for (const removed of removedNodes) {
        if (!(removed instanceof Element) || !removed.contains(lost)) continue;
        const next = elementAt(nextSibling, 'nextSibling');
        const previous = elementAt(previousSibling, 'previousSibling');
        focusHeir(removed, target, next, previous)?.focus({ preventScroll: true });
        return;
      }
    }
  });
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('focusout', onFocusOut);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('focusout', onFocusOut);
    observer.disconnect();
  };
}
