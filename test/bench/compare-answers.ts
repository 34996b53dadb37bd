import * as bare from './bare-day-index';
import * as ours from './business-time-adapter';
import type { Engine } from './engines';
import * as walk from './day-walk';
import { questions, works, type BenchWork } from './workload';

const ALL = 1 << 15;
/** As many of them as a walk can take. */
const SAMPLE = 40;

/** One line for each calendar and question that engines answer differently: all that is timed, and a sample of walks. */
export function differences(): string[] {
  return works.flatMap((work) => [
    ...differencesFrom(bare as Engine<unknown>, work, ALL),
    ...differencesFrom(walk as Engine<unknown>, work, SAMPLE),
  ]);
}

function differencesFrom(
  other: Engine<unknown>,
  { calendar, workingDay }: BenchWork,
  count: number,
): string[] {
  const { starts, ends, amounts } = questions(ALL, workingDay);
  const [hours, theirs] = [ours.compile(calendar), other.compile(calendar)];
  let [add, between] = [0, 0];
  for (let i = 0; i < count; i++) {
    const [start, end, amount] = [starts[i] ?? 0, ends[i] ?? 0, amounts[i] ?? 0];
    if (ours.addWorking(hours, start, amount) !== other.addWorking(theirs, start, amount)) add++;
    if (ours.between(hours, start, end) !== other.between(theirs, start, end)) between++;
  }
  return [
    ...(add ? [`${calendar.id}: ${add} of ${count} additions differ from the ${other.name}`] : []),
    ...(between ? [`${calendar.id}: ${between} of ${count} measurements differ from the ${other.name}`] : []),
  ];
}
