/** Builds the app's pages and the bundle of its functions, as a deployment would, when their sources have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './install.mjs';

const SOURCES = ['src', 'static/app', 'static/locales', 'manifest.yml', 'package-lock.json', 'tsconfig.json'];

export function build() {
  buildPart('pages', 'static/app/build', [
    'node_modules/.bin/vite',
    'build',
    'static/app',
    '--logLevel',
    'warn',
  ]);
  buildPart('bundle', 'test/.cache/bundle', ['node', 'test/support/forge-build.cjs', '--bundle']);
}

function buildPart(name, output, [command, ...args]) {
  const stamp = path.join(root, `test/.cache/${name}.built`);
  const sources = hashOf(SOURCES.map((source) => path.join(root, source)));
  const fresh =
    existsSync(path.join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
  if (fresh) return;
  console.log(`Building the ${name} …`);
  run(command, args);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files.flatMap(filesIn))
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(file) {
  if (file.endsWith(path.join('static', 'app', 'build'))) return [];
  const entries = existsSync(file) ? readdirSync(path.dirname(file), { withFileTypes: true }) : [];
  const isFolder = entries.find(({ name }) => name === path.basename(file))?.isDirectory();
  if (!isFolder) return existsSync(file) ? [file] : [];
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesIn(path.join(file, name)));
}
