// `npm run bench`: measures Glossa against peers in one run on this machine, as ratios. Never a test: times vary.
import { ensureBuilt } from '../lib/build.mjs';
import { Trouble } from '../lib/trouble.mjs';

const benches = {
  extract: '../bench/extract.mjs',
  annotate: '../bench/annotate.mjs',
  evidence: '../bench/evidence.mjs',
  search: '../bench/search.mjs',
};

export async function run(args) {
  const names = args.length > 0 ? args : Object.keys(benches);
  await ensureBuilt();
  for (const name of names) {
    if (!Object.hasOwn(benches, name))
      throw new Trouble(`Unknown benchmark ${name}. There are: ${Object.keys(benches).join(', ')}.`, 2);
    const { bench } = await import(benches[name]);
    await bench();
  }
  return 0;
}
