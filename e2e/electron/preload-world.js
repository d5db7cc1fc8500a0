// The double's renderer half, put before every page of a window: the preload's world. It runs the built preload with
// `contextBridge`, `ipcRenderer` and `webUtils` as Electron gives them, in the page's own world. The driver sends its text.
export function enterWorld(preload) {
  if (window.top !== window) return;
  const call = window.__electron;
  const listeners = new Map();
  const copy = (value) => (value instanceof File || typeof value === 'function' ? value : structuredClone(value));
  const bridge = (value) => {
    if (typeof value === 'function') {
      return (...args) => {
        const answer = value(...args.map(copy));
        return answer instanceof Promise ? answer.then(copy) : copy(answer);
      };
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bridge(inner)])));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, value) =>
        Object.defineProperty(window, name, { value: bridge(value), enumerable: true }),
    },
    ipcRenderer: {
      invoke: (channel, ...args) => call('invoke', channel, args),
      send: (channel, ...args) => void call('send', channel, args),
      on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      off: (channel, listener) =>
        void listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((each) => each !== listener),
        ),
    },
    webUtils: { getPathForFile: (file) => window.__electronPaths?.[file.name] ?? '' },
  };
  Object.defineProperty(window, '__electronSend', {
    value: (channel, args) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  Object.defineProperty(window, '__electronPaths', { value: {} });
  const only = (name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  preload(only, {}, {});
}
