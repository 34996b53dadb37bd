/** `npm start`: installs what is missing, builds what has changed, and serves the app on the embedded Jira site. */
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { installPackages, root } from './install.mjs';

try {
  installPackages();
  build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const site = spawn(process.execPath, ['--import', 'tsx', 'test/site/main.ts'], {
  cwd: root,
  // Functions on Forge see UTC, and a process cannot change the zone it was started in.
  env: { ...process.env, TZ: 'UTC' },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => site.kill(signal));
site.on('exit', (code) => process.exit(code ?? 1));
