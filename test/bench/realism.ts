/**
 * `npm run realism -- FILE`: whether our verdicts agree with those of a real incident log. Exits with 0 when they do often
 * enough, with 1 when they do not, and with 2 when that cannot be told.
 */
import path from 'node:path';
import { LogError } from '../site/sample/log';
import { isRealistic, realismOf, report } from './realism-check';

async function main([name, ...more]: readonly string[]): Promise<number> {
  if (name === undefined || more.length > 0) {
    console.error('Name one incident log: npm run realism -- test/site/sample/incidents.csv.gz');
    return 2;
  }
  // npm runs scripts in the project's folder, and says which one the shell is in.
  const isScript = process.env['npm_lifecycle_event'] === 'realism';
  const file = path.resolve((isScript && process.env['INIT_CWD']) || process.cwd(), name);
  try {
    const realism = await realismOf(file);
    console.log(report(file, realism).join('\n'));
    if (realism.agreements.every(({ judged }) => judged === 0)) {
      console.error('Nothing was judged. Name a log that has closed incidents of priority 3 or 4.');
      return 2;
    }
    return isRealistic(realism) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    console.error(error.message);
    return 2;
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
