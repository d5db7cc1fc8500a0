// The door of the host: what the place the window runs in can do.
export { dragsOut } from './drag-out.ts';
export { externalUrl, host, openExternal } from './host.ts';
export type { Host, PickedFile } from './host.ts';
