/** Runs one of the project's own tools after installing what is missing: `node test/support/tool.mjs [--build] FILE …`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
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

// Found from here, whatever folder the shell is in; paths in the arguments are that folder's.
const tsx = import.meta.resolve('tsx');
const { status } = spawnSync(process.execPath, ['--import', tsx, path.join(root, file), ...args], {
  // Functions on Forge see UTC, and a process cannot change the zone it was started in.
  env: { ...process.env, TZ: 'UTC' },
  stdio: 'inherit',
});
process.exit(status ?? 2);
