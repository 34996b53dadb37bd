/**
 * `npm test`: everything, after installing what is missing. Every check counts as one, every test as one; the last line
 * says how many passed and failed. With CI=true nothing may be skipped.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { installChromium, installMariadb, installPackages, root } from './install.mjs';

const reports = path.join(root, 'test/.cache/reports');
const tally = { passed: 0, failed: 0 };

try {
  installPackages();
  const chromium = installChromium();
  installMariadb();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await everything({ ...process.env, CHROMIUM: chromium });
} catch (error) {
  console.error(error.message);
  tally.failed += 1;
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;

async function everything(env) {
  // Lint takes as long as the rest together.
  await Promise.all([check('lint', 'eslint', ['--max-warnings', '0', '.'], env), typesAndBuild(env)]);
  await Promise.all([chaos(1, 15, env), chaos(26, 15, env)]);
  await jest(env, 'UTC');
  // What a timer means does not depend on where a server or a browser stands.
  for (const zone of ['America/St_Johns', 'Pacific/Apia']) {
    await jest({ ...env, LAW_RUNS: '100' }, zone, 'test/unit/domain/', 'test/unit/static/');
  }
  await browserTests(env);
}

async function typesAndBuild(env) {
  await check('format', 'prettier', ['--check', '--log-level', 'warn', '.'], env);
  for (const project of ['tsconfig.json', 'src/domain', 'static/app', 'test', 'test/site']) {
    await check(`types of ${project}`, 'tsc', ['--noEmit', '-p', project], env);
  }
  build();
  tally.passed += 1;
  await check('manifest', 'node', ['test/support/forge-build.cjs', '--check'], env);
}

function chaos(seed, runs, env) {
  const args = [
    'test/support/tool.mjs',
    'test/chaos/chaos.ts',
    '--seed',
    String(seed),
    '--runs',
    String(runs),
  ];
  return check(`chaos, ${runs} runs from seed ${seed}`, 'node', args, env);
}

async function check(name, command, args, env) {
  const seconds = stopwatch();
  const { code, output } = await finished(command, args, env, 'quiet');
  tally[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds()} s)`);
  if (code !== 0) console.log(output);
}

async function jest(env, zone, ...files) {
  const report = path.join(reports, `jest-${zone.replace('/', '-')}.json`);
  const args = ['--ci', '--json', '--outputFile', report, ...files];
  const { code } = await finished('jest', args, { ...env, TZ: zone }, 'shown');
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = readJson(report);
  count(numPassedTests, numFailedTests + numRuntimeErrorTestSuites, numPendingTests, code);
}

async function browserTests(env) {
  const report = path.join(reports, 'browser.json');
  const { code } = await finished(
    'playwright',
    ['test'],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    'shown',
  );
  const { stats } = readJson(report);
  if (stats.flaky > 0) console.log(`${stats.flaky} of the browser tests passed at the second try only`);
  count(stats.expected + stats.flaky, stats.unexpected, stats.skipped, code);
}

function count(passed, failed, skipped, code) {
  const notRun = process.env.CI ? skipped : 0;
  tally.passed += passed;
  tally.failed += failed + notRun || (code === 0 ? 0 : 1);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function stopwatch() {
  const start = Date.now();
  return () => Math.round((Date.now() - start) / 1000);
}

function finished(command, args, env, how) {
  const program = command === 'node' ? process.execPath : path.join(root, 'node_modules/.bin', command);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: how === 'shown' ? 'inherit' : 'pipe' });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, output }));
  });
}
