// How well references are read: field accuracy over the labelled cases, by field and by style, and every miss.
// Run it with: node scripts/measure/references.mjs
import { measure, readCases } from '../../src/main/core/references/measure.ts';

const cases = readCases();
const percent = ({ right, of }) => `${((100 * right) / of).toFixed(1).padStart(5)} %  (${right} of ${of})`;

console.log(`${cases.length} labelled references\n`);
const scores = measure(cases);
for (const score of scores) console.log(`${score.field.padEnd(12)}${percent(score)}`);

console.log('\ntitle, year and first author by style');
const styles = Map.groupBy(cases, ({ style }) => style.split(' ')[0]);
for (const [style, own] of [...styles].toSorted(([a], [b]) => a.localeCompare(b))) {
  const main = measure(own).filter(({ field }) => ['title', 'year', 'first'].includes(field));
  const sum = main.reduce((total, { right, of }) => ({ right: total.right + right, of: total.of + of }), {
    right: 0,
    of: 0,
  });
  console.log(`${String(style).padEnd(12)}${percent(sum)}`);
}

for (const { field, wrong } of scores)
  for (const { raw, wanted, found } of wrong) console.log(`\n${field}: “${found}” for “${wanted}”\n  ${raw}`);
