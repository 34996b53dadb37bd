/**
 * `npm run chaos -- --seed N --runs M`: random histories of issues through the whole app while events are lost, doubled, late
 * and shuffled, calls fail, and functions are killed; then calm. Afterwards everything must be as in an undisturbed run. Each
 * run has the seed after that of the run before, and a seed always brings the same.
 */
import { parseArgs } from 'node:util';
import { openingSite } from './opening';
import { differences } from './run';

const { values } = parseArgs({ options: { seed: { type: 'string' }, runs: { type: 'string' } } });
const first = numberOf('seed', values.seed, 1);
const runs = numberOf('runs', values.runs, 10);

void main();

async function main(): Promise<void> {
  const open = await openingSite();
  let failed = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const found = await differences(seed, open);
    if (found.length === 0) continue;
    failed += 1;
    console.log(`Seed ${seed}:\n${found.map((line) => `  ${line}`).join('\n')}`);
  }
  console.log(`${runs} runs from seed ${first}: ${runs - failed} as undisturbed, ${failed} not.`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function numberOf(name: string, said: string | undefined, otherwise: number): number {
  const number = said === undefined ? otherwise : Number(said);
  if (Number.isSafeInteger(number) && number > 0) return number;
  console.error(`--${name} must be a whole number from 1 on.`);
  process.exit(2);
}
