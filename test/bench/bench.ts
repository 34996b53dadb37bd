/**
 * `npm run --silent bench`: how fast business time is, beside a bare day index (as fast as JavaScript gets) and a walk
 * over days on date-fns (as it is usually written). Exits with 1 when engines give different answers, else with 0.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';
import { between, compile } from './business-time-adapter';
import { differences } from './compare-answers';
import type { EngineName } from './engines';
import type { EvaluationTimings } from './time-evaluation';
import type { OpTimings, Timings } from './time-engine';
import { works } from './workload';

/** Engines take turns, and the best of these counts: the machine has other things to do. */
const TURNS = 3;
const GOALS = { bare: 2, walk: 10_000, flat: 1.5, compile: 25, evaluation: 2_000 };
const ops = ['add', 'between'] as const;
const SCRIPTS = ['time-engine', 'time-evaluation', 'compile-cold', 'timer-memory'] as const;
const NAMES = { add: 'addWorkingTime', between: 'workingTimeBetween' };

const BUNDLED = path.join(__dirname, '../.cache/bench');

/** As one file each, since what runs on Forge and in the browser is bundled too: no call goes through a module's exports. */
async function bundle(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      minify: false,
      outDir: BUNDLED,
      emptyOutDir: true,
      rolldownOptions: {
        input: SCRIPTS.map((name) => path.join(__dirname, `${name}.ts`)),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}

/** What a script of this folder prints, in a process of its own. */
function run(
  script: (typeof SCRIPTS)[number],
  { node = [] as string[], args = [] as string[] } = {},
): unknown {
  const file = `${script}.mjs`;
  const command = [...node, path.join(BUNDLED, file), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} failed: ${stderr}`);
  return JSON.parse(stdout) as unknown;
}

const timed = (name: EngineName): Timings => run('time-engine', { args: [name] }) as Timings;

function bestTimings(name: EngineName, turns: readonly Timings[]): Timings {
  const least = (of: (timings: Timings) => OpTimings | undefined): OpTimings => {
    const all = turns.flatMap((timings) => of(timings) ?? []);
    return { add: Math.min(...all.map(({ add }) => add)), between: Math.min(...all.map((o) => o.between)) };
  };
  if (turns.length === 0) throw new Error(`${name} was not timed`);
  return {
    alone: Object.fromEntries(works.map(({ calendar: { id } }) => [id, least(({ alone }) => alone[id])])),
    interleaved: least(({ interleaved }) => interleaved),
    short: least(({ short }) => short),
    long: least(({ long }) => long),
  };
}

const row = (...cells: readonly string[]): void =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(34) : cell.padStart(15))).join(''));
const ns = (value: number): string =>
  value < 1_000 ? `${value.toFixed(1)} ns` : `${Math.round(value).toLocaleString('en-US')} ns`;
const times = (value: number): string =>
  value < 100 ? `${value.toFixed(2)}x` : `${Math.round(value).toLocaleString('en-US')}x`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
const goal = (said: string, met: boolean): void => console.log(`  goal ${said}: ${met ? 'met' : 'MISSED'}`);

function speed(): void {
  const turns: Record<EngineName, Timings[]> = { ours: [], bare: [], walk: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const name of ['ours', 'bare'] as const) turns[name].push(timed(name));
  }
  turns.walk.push(timed('walk'));
  const [ours, bare, walk] = (['ours', 'bare', 'walk'] as const).map((name) =>
    bestTimings(name, turns[name]),
  ) as [Timings, Timings, Timings];

  let [slowest, leastGain] = [0, Infinity];
  for (const op of ops) {
    row(`\n${NAMES[op]}`, 'this engine', 'bare index', 'day walk', 'ours : bare', 'walk : ours');
    const shapes = works.map(({ calendar: { id } }) => [`${id} alone`, (t: Timings) => t.alone[id]] as const);
    for (const [shape, of] of [...shapes, ['interleaved', (t: Timings) => t.interleaved] as const]) {
      const [a, b, c] = [ours, bare, walk].map((timings) => of(timings)?.[op] ?? NaN) as [
        number,
        number,
        number,
      ];
      row(`  ${shape}`, ns(a), ns(b), ns(c), times(a / b), times(c / a));
      slowest = Math.max(slowest, a / b);
      leastGain = Math.min(leastGain, c / a);
    }
  }
  goal(`at most ${GOALS.bare} times a bare day index, everywhere`, slowest <= GOALS.bare);
  goal(
    `${GOALS.walk.toLocaleString('en-US')} times faster than a day walk, everywhere`,
    leastGain >= GOALS.walk,
  );

  row('\nspan, calendars interleaved', '15 minutes', '30 days', 'long : short');
  for (const op of ops)
    row(`  ${NAMES[op]}`, ns(ours.short[op]), ns(ours.long[op]), times(ours.long[op] / ours.short[op]));
  goal(
    `flat within ${GOALS.flat} times`,
    ops.every((op) => ours.long[op] <= GOALS.flat * ours.short[op]),
  );
}

function evaluation(): void {
  const turns: Record<EngineName, EvaluationTimings[]> = { ours: [], bare: [], walk: [] };
  const time = (name: EngineName): number =>
    turns[name].push(run('time-evaluation', { args: [name] }) as EvaluationTimings);
  for (let turn = 0; turn < TURNS; turn++) {
    time('ours');
    time('bare');
  }
  time('walk');
  const best = (name: EngineName, of: (timings: EvaluationTimings) => number | undefined): number =>
    Math.min(...turns[name].map((timings) => of(timings) ?? NaN));

  row('\nevaluation of 20 facts', 'this engine', 'bare index', 'day walk', 'ours : bare', 'walk : ours');
  const shapes = works.map(
    ({ calendar: { id } }) => [`${id} alone`, (t: EvaluationTimings) => t.alone[id]] as const,
  );
  let slowest = 0;
  for (const [shape, of] of [...shapes, ['interleaved', (t: EvaluationTimings) => t.interleaved] as const]) {
    const [a, b, c] = [best('ours', of), best('bare', of), best('walk', of)];
    row(`  ${shape}`, ns(a), ns(b), ns(c), times(a / b), times(c / a));
    slowest = Math.max(slowest, a);
  }
  console.log(
    '  This engine reads conditions and goals; the others are handed the intervals and only add up.',
  );
  goal(`under ${GOALS.evaluation} ns, with conditions`, slowest < GOALS.evaluation);
}

function compiling(): void {
  interface Cold {
    readonly icu?: number;
    readonly cold: number;
    readonly sameZone: number;
    readonly month: number;
  }
  const least = (args: readonly string[], of: (cold: Cold) => number): number =>
    Math.min(...Array.from({ length: 5 }, () => of(run('compile-cold', { args: [...args] }) as Cold)));
  const cold = least([], (run) => run.cold);
  row('\nfirst question, ten years, new process', 'best of 5');
  row('  all of it', ms(cold));
  row("  ICU's own start, any zone", ms(least(['--icu-first'], ({ icu = NaN }) => icu)));
  row('  after that: zone and calendar', ms(least(['--icu-first'], (run) => run.cold)));
  row('  the next calendar of the zone', ms(least([], (run) => run.sameZone)));
  row('  one near question, new zone', ms(least([], (run) => run.month)));
  goal(`at most ${GOALS.compile} ms`, cold <= GOALS.compile);
}

function memory(): void {
  row('\nmemory', 'bytes');
  for (const { calendar } of works) {
    const hours = compile(calendar);
    between(hours, Date.UTC(2018, 0, 1), Date.UTC(2028, 0, 1));
    row(`  ${calendar.id}, ten years compiled`, kib(hours.bytes));
  }
  const { heap, json } = run('timer-memory', { node: ['--expose-gc'] }) as { heap: number; json: number };
  row('  1,000,000 timers as evaluated', `${((heap * 1e6) / 2 ** 20).toFixed(0)} MiB`);
  row('  the same as JSON, as stored', `${((json * 1e6) / 2 ** 20).toFixed(0)} MiB`);
}

async function main(): Promise<void> {
  await bundle();
  const different = differences();
  for (const line of different) console.log(line);
  console.log(different.length === 0 ? 'All engines give the same answers.' : 'ENGINES DIFFER.');
  speed();
  evaluation();
  compiling();
  memory();
  process.exitCode = different.length === 0 ? 0 : 1;
}

void main();
