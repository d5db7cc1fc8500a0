// What a window may not do: leave, open others, embed, ask for devices, load from anywhere else, download at will.
import { app, type Session, type WebContents, type WebFrameMain } from 'electron';
import { isOwn } from './scheme.ts';

/** The only permissions granted, and why: copying a quote; reading full screen. */
const GRANTED = new Set(['clipboard-sanitized-write', 'fullscreen']);
/** Schemes the window's own page loads from: itself, and what it made. */
const LOADABLE = new Set(['glossa:', 'blob:', 'data:', 'devtools:']);

/** Holds for every page of this process, whoever makes it. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (!isOwn(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  // A server that asks who the user is gets no answer.
  contents.on('select-client-certificate', (event, _url, _list, answer) => {
    event.preventDefault();
    (answer as () => void)();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Permissions, devices, requests and downloads of one session. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(GRANTED.has(permission) && details.isMainFrame && isOwn(contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return GRANTED.has(permission) && details.isMainFrame && isOwn(origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLoadable(details.url) }));
  session.on('will-download', (event, item) => {
    // The window's own exports go through the system's save dialog; nothing else is saved.
    if (!isOwnDownload(item.getURL())) event.preventDefault();
  });
}

/** A file of ours, or what our page made itself: a `blob:` address wraps the address of its maker. */
function isOwnDownload(address: string): boolean {
  try {
    const { protocol, pathname } = new URL(address);
    return isOwn(protocol === 'blob:' ? pathname : address);
  } catch {
    return false;
  }
}

function isLoadable(address: string): boolean {
  try {
    return LOADABLE.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** True when a message comes from our page's own main frame. A frame that has navigated away since is null. */
export function isOwnFrame(event: { senderFrame: WebFrameMain | null; sender: WebContents }): boolean {
  const { senderFrame, sender } = event;
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwn(senderFrame.url);
}
