/** Runs one of the project's own tools after installing what is missing: `node test/support/tool.mjs [--build] FILE …`. */
import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { installPackages, root } from './install.mjs';

const [first, ...rest] = process.argv.slice(2);
const [file, ...args] = first === '--build' ? rest : [first, ...rest];

try {
  installPackages();
  if (first === '--build') build();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}

const { status } = spawnSync(process.execPath, ['--import', 'tsx', `${root}/${file}`, ...args], {
  // Functions on Forge see UTC, and a process cannot change the zone it was started in.
  env: { ...process.env, TZ: 'UTC' },
  stdio: 'inherit',
});
process.exit(status ?? 2);
