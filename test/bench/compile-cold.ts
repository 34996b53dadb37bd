/**
 * What the first question over ten years costs in a process of its own, in milliseconds as JSON. ICU's own start comes
 * with the first formatter of a process, whatever its zone, and is told apart.
 */
import { addWorking, between, compile } from './business-time-adapter';
import { works } from './workload';

const TEN_YEARS = [Date.UTC(2018, 0, 1), Date.UTC(2028, 0, 1)] as const;

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const [first, second] = works;
if (!first || !second) throw new Error('There is no calendar to compile');

const icu = process.argv.includes('--icu-first')
  ? timed(() =>
      new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tokyo', timeZoneName: 'longOffset' }).format(0),
    )
  : undefined;
const cold = timed(() => between(compile(first.calendar), ...TEN_YEARS));
const sameZone = timed(() =>
  between(compile({ ...second.calendar, timeZone: first.calendar.timeZone }), ...TEN_YEARS),
);
const month = timed(() => addWorking(compile(second.calendar), TEN_YEARS[1], 1));
console.log(JSON.stringify({ icu, cold, sameZone, month }));
