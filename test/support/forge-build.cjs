'use strict';

/**
 * Runs Atlassian's own tools on the app, without a network: validation and lint of the manifest (`--check`), and the
 * bundler (`--bundle`), whose output goes to test/.cache/bundle, from where the local site runs it.
 *
 * A main module in CommonJS, because the bundler asks for `require.main`.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const cache = path.join(root, 'test/.cache');
const bundleDir = path.join(cache, 'bundle');

process.chdir(root);
fs.mkdirSync(cache, { recursive: true });
useLocalApiDescriptions();
useLocalRuntimeWrapper();

const { ConfigFile, FileSystemReader } = require('@forge/cli-shared');

const configFile = new ConfigFile(new FileSystemReader());
/** The feature flags of Atlassian's tools, which they would fetch: none is on. */
const featureFlags = {
  getDeprecatedRuntimes: async () => [],
  isTypescriptBundlerEnabled: () => false,
  testForgeCliBundleRuntimeLoaderGate: () => false,
};
const logger = {
  info: () => undefined,
  debug: () => undefined,
  trace: () => undefined,
  warn: console.warn,
  error: console.error,
};

async function main() {
  const [mode] = process.argv.slice(2);
  if (mode === '--check') return check();
  if (mode === '--bundle') return bundle();
  throw new Error('Say --check or --bundle.');
}

async function check() {
  const problems = [...(await validation()), ...(await lint())];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('The manifest is valid and lint finds nothing.');
}

async function validation() {
  const { errors = [] } = await require('@forge/manifest').validate();
  return errors.map(({ level, message, line }) => `manifest.yml:${line} ${level}: ${message}`);
}

/** Warnings count: a real `forge lint` shows them to whoever deploys. */
async function lint() {
  const { lint: runLinters } = require('@forge/lint');
  const sources = fs
    .readdirSync('src', { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join('src', file));
  const manifest = await configFile.readConfig();
  const results = await runLinters(sources, manifest, 'development', logger, featureFlags, {
    linter: { mode: 'client-side' },
  });
  return results.flatMap(({ errors = [], warnings = [] }) =>
    [...errors, ...warnings].map(
      ({ message, file, line }) => `${file ?? 'manifest.yml'}:${line ?? ''} ${message}`,
    ),
  );
}

async function bundle() {
  const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
  const provider = await getWrapperProvider({
    fileSystemReader: new FileSystemReader(),
    statsigService: featureFlags,
  });
  const { outputDir } = await getNodeBundler(logger, provider, configFile, featureFlags).bundle({
    appDirectory: root,
    entryPoints: getEntryPoints(await configFile.getAppHandlers()),
  });
  fs.rmSync(bundleDir, { recursive: true, force: true });
  fs.cpSync(outputDir, bundleDir, { recursive: true });
  fs.rmSync(outputDir, { recursive: true, force: true });
  console.log(`Bundled into ${path.relative(root, bundleDir)}.`);
}

/** Lint reads from Atlassian's API descriptions which scopes a call needs; it would download them. */
function useLocalApiDescriptions() {
  const none = path.join(cache, 'no-operations.json');
  fs.writeFileSync(none, '{"paths":{}}');
  process.env.USE_LOCAL_SWAGGER = '1';
  process.env.LOCAL_JIRA_SWAGGER = path.join(root, 'test/contract/openapi/jira-platform-v3.trimmed.json');
  for (const product of ['JSM', 'JSW', 'CONF', 'CONF_V2', 'BB']) {
    process.env[`LOCAL_${product}_SWAGGER`] = none;
  }
}

/** The bundler adds a wrapper for Atlassian's runtime, which it would download; the local site has its own. */
function useLocalRuntimeWrapper() {
  const dist = path.join(cache, 'runtime/dist');
  fs.mkdirSync(dist, { recursive: true });
  for (const file of ['wrapper.js', 'loader.js']) fs.writeFileSync(path.join(dist, file), '// Nothing.\n');
  process.env.FORGE_RUNTIME_PATH = path.join(cache, 'runtime');
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
