/**
 * Times one engine in a process of its own, so that no other has shaped the machine code: `time-engine.ts NAME`, which
 * prints {@link Timings} as JSON.
 */
import { engines, type Engine, type EngineName } from './engines';
import { LONG, LONG_DAYS, questions, questionsOfSpan, SHORT, works, type Questions } from './workload';

/** Nanoseconds per question. */
export interface OpTimings {
  readonly add: number;
  readonly between: number;
}

export interface Timings {
  /** By calendar id, that calendar only. */
  readonly alone: Readonly<Record<string, OpTimings>>;
  /** The calendars in turn, question by question. */
  readonly interleaved: OpTimings;
  /** The calendars in turn, every span a quarter of an hour, or thirty days. */
  readonly short: OpTimings;
  readonly long: OpTimings;
}

const ROUNDS = 7;

/** A set of questions asked of calendars in turn; more than one of them only when they are interleaved. */
interface Race<Compiled> {
  readonly calendars: readonly Compiled[];
  readonly asked: readonly Questions[];
}

function timingsOf<Compiled>(engine: Engine<Compiled>, count: number): Timings {
  const compiled = works.map(({ calendar }) => engine.compile(calendar));
  const asked = works.map(({ workingDay }) => questions(count, workingDay));
  const short = works.map(() => questionsOfSpan(count, SHORT, SHORT));
  const long = works.map(({ workingDay }) => questionsOfSpan(count, LONG, LONG_DAYS * workingDay));
  const races: Race<Compiled>[] = [
    ...compiled.map((calendar, i) => ({ calendars: [calendar], asked: asked.slice(i, i + 1) })),
    ...[asked, short, long].map((each) => ({ calendars: compiled, asked: each })),
  ];
  const best = races.map(() => ({ add: Infinity, between: Infinity }));
  for (let round = 0; round < ROUNDS; round++) {
    races.forEach((race, i) => {
      const { add, between } = best[i] ?? { add: 0, between: 0 };
      best[i] = {
        add: Math.min(
          add,
          timed(() => addAll(engine, race), count),
        ),
        between: Math.min(
          between,
          timed(() => betweenAll(engine, race), count),
        ),
      };
    });
  }
  const [interleaved, ofShort, ofLong] = best.slice(works.length) as [OpTimings, OpTimings, OpTimings];
  return {
    alone: Object.fromEntries(works.map(({ calendar }, i) => [calendar.id, best[i] as OpTimings])),
    interleaved,
    short: ofShort,
    long: ofLong,
  };
}

function addAll<Compiled>({ addWorking }: Engine<Compiled>, { calendars, asked }: Race<Compiled>): number {
  let sum = 0;
  let turn = 0;
  const count = asked[0]?.starts.length ?? 0;
  for (let i = 0; i < count; i++) {
    const { starts, amounts } = asked[turn] as Questions;
    sum += addWorking(calendars[turn] as Compiled, starts[i] as number, amounts[i] as number);
    if (++turn === calendars.length) turn = 0;
  }
  return sum;
}

function betweenAll<Compiled>({ between }: Engine<Compiled>, { calendars, asked }: Race<Compiled>): number {
  let sum = 0;
  let turn = 0;
  const count = asked[0]?.starts.length ?? 0;
  for (let i = 0; i < count; i++) {
    const { starts, ends } = asked[turn] as Questions;
    sum += between(calendars[turn] as Compiled, starts[i] as number, ends[i] as number);
    if (++turn === calendars.length) turn = 0;
  }
  return sum;
}

/** The least disturbed of as many passes as fit into a fiftieth of a second, and two at least. */
function timed(pass: () => number, count: number): number {
  let best = Infinity;
  const until = performance.now() + 20;
  for (let passes = 0; passes < 2 || performance.now() < until; passes++) {
    const start = performance.now();
    const sum = pass();
    const took = performance.now() - start;
    if (Number.isNaN(sum)) throw new Error('An answer is no number');
    best = Math.min(best, took);
  }
  return (best * 1e6) / count;
}

const engine = process.argv[2] as EngineName;
// A walk takes milliseconds where the others take nanoseconds.
const count = engine === 'walk' ? 24 : 1 << 15;
console.log(JSON.stringify(timingsOf(engines[engine], count)));
