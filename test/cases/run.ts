/**
 * `npm run --silent cases -- FILE.json [FILE.json.gz …] [--json]`: does the engine answer these cases? Exits with 0 when it
 * does, with 1 when something failed, and with 2 when a file cannot be read or is not in the format.
 */
import { runCases } from './runner/command';

// npm runs scripts in the project's folder, and says which one the shell is in.
const isScript = process.env['npm_lifecycle_event'] === 'cases';
const { out, err, exitCode } = runCases(
  process.argv.slice(2),
  (isScript && process.env['INIT_CWD']) || process.cwd(),
);
for (const line of err) console.error(line);
for (const line of out) console.log(line);
process.exitCode = exitCode;
