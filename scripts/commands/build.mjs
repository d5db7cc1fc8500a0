// `npm run build`
import { build } from '../lib/build.mjs';
import { tell } from '../lib/trouble.mjs';

export async function run() {
  await build();
  tell('Built into out/.');
  return 0;
}
