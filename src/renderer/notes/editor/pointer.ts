// Waiting for the pointer to come up: a field that shrinks while the button is down would move what is being clicked.

let isDown = false;

/** Starts to watch the window's pointer; once is enough, more do no harm. */
export function watchPointer(): void {
  window.addEventListener('pointerdown', onDown, true);
  window.addEventListener('pointerup', onUp, true);
  window.addEventListener('pointercancel', onUp, true);
}

const onDown = () => {
  isDown = true;
};
const onUp = () => {
  isDown = false;
};

/** Runs `act` now, or once the click that is under way has reached its target. */
export function afterClick(act: () => void): void {
  if (!isDown) {
    act();
    return;
  }
  const end = () => {
    window.removeEventListener('pointerup', end, true);
    window.removeEventListener('pointercancel', end, true);
    // `click` follows `pointerup` in the same turn of events.
    setTimeout(act, 0);
  };
  window.addEventListener('pointerup', end, true);
  window.addEventListener('pointercancel', end, true);
}
