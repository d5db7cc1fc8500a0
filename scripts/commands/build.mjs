// `npm run build`
import { build } from '../lib/build.mjs';
import { tell } from '../lib/trouble.mjs';

export async function run() {
  tell(`Built into ${await build()}.`);
  return 0;
}
