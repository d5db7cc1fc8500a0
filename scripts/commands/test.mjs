// `npm test` runs every stage; `npm run check` the quick ones. All stages run even when one fails.
// The last line is exactly `N passed, N failed, N skipped`.
import { stages } from '../lib/stages.mjs';
import { Trouble, tell } from '../lib/trouble.mjs';

const quick = ['types', 'lint', 'format', 'unit'];

export async function run(args, command) {
  if (args.length > 0) throw new Trouble(`npm ${command === 'test' ? 'test' : 'run check'} takes no options.`, 2);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const report = [];
  for (const name of command === 'test' ? Object.keys(stages) : quick) {
    tell(`\n== ${name}`);
    const started = Date.now();
    const result = await stages[name]();
    for (const key of Object.keys(total)) total[key] += result[key];
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    report.push(`${name}: ${counts(result)} (${seconds} s)`, ...result.notes.map((note) => `  ${note}`));
  }
  process.stdout.write(`\n${report.join('\n')}\n\n${counts(total)}\n`);
  return total.failed > 0 ? 1 : 0;
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
