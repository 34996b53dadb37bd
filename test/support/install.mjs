/**
 * Installs what the project needs and the machine lacks, before anything of the project can run: no dependencies here.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `npm ci` unless the packages of this very lock file are installed already. */
export function installPackages() {
  const stamp = path.join(root, 'node_modules/.installed-lock-file');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing npm packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

/** Finds Chromium, or installs Debian's when that is possible. Returns its path. */
export function installChromium() {
  return chromium() ?? installFromDebian('Chromium', 'chromium', chromium, ' or name it in CHROMIUM=/path');
}

/** Finds MariaDB, the second engine that the stores are tested on, or installs Debian's when that is possible. */
export function installMariadb() {
  const programs = ['/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db', '/usr/bin/my_print_defaults'];
  const mariadb = () => programs.every((file) => existsSync(file));
  // The core packages bring the programs and start no server.
  return mariadb() || installFromDebian('MariaDB', 'mariadb-server-core mariadb-client-core', mariadb, '');
}

function installFromDebian(name, packages, find, otherWay) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`The tests need ${name}. Install it (Debian: "apt-get install ${packages}")${otherWay}.`);
  }
  console.log(`Installing ${name} from the Debian packages …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['-qq', 'update'], env);
  run('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', ...packages.split(' ')], env);
  const installed = find();
  if (!installed) throw new Error(`${name} was installed, but is not to be found.`);
  return installed;
}

function chromium() {
  return [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((file) => file && existsSync(file));
}

/** Runs a command in the project's folder, its output shown; throws when it fails. */
export function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with ${status}.`);
}
