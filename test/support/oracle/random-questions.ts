import { caseFile } from '../case-file';
import { tries } from '../laws';
import { Chance } from './chance';
import { engine } from './engine';
import { Oracle } from './oracle';
import { answerOfEngine, answerOfOracle, asCases, type Question } from './question';
import { randomCalendar } from './random-calendar';
import { WallClock } from './wall-clock';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUESTIONS_OF_A_CALENDAR = 600;

interface Years {
  readonly from: number;
  readonly to: number;
  /** When the clock jumps in them. */
  readonly jumps: readonly number[];
}

/** Tests that the engine answers as the oracle does: in each zone so many questions as a law has tries. */
export function askAtRandom(timeZones: readonly string[], seed: number): void {
  it.each(timeZones)(`${tries} questions of seed ${seed} have the answer that a walk finds in %s`, (zone) => {
    const chance = new Chance(seed);
    let left = tries;
    while (left > 0) {
      const count = Math.min(left, QUESTIONS_OF_A_CALENDAR);
      askOfOneCalendar(chance, zone, count);
      left -= count;
    }
  });
}

function askOfOneCalendar(chance: Chance, timeZone: string, count: number): void {
  const years = someYears(chance, timeZone);
  const calendar = randomCalendar(chance, timeZone, years);
  const oracle = new Oracle(calendar, years.from, years.to);
  const hours = engine(calendar);
  for (let asked = 0; asked < count;) {
    const question = randomQuestion(chance, years, oracle);
    const right = answerOfOracle(oracle, question);
    if (right === undefined) continue;
    asked += 1;
    const answer = answerOfEngine(hours, question);
    if (answer === right) continue;
    const file = caseFile('questions at random', asCases(calendar, oracle, [question]));
    throw new Error(`${question.ask}: expected ${right}, got ${answer}\n\n${file}`);
  }
}

/** Four years within 2005 to 2035 in which the clock jumps. */
function someYears(chance: Chance, timeZone: string): Years {
  const first = chance.whole(2005, 2032);
  const [from, to] = [Date.UTC(first, 0, 1), Date.UTC(first + 4, 0, 1)];
  const jumps = WallClock.in(timeZone).jumps(from, to);
  return jumps.length > 0 ? { from, to, jumps } : someYears(chance, timeZone);
}

/** Half of them begin within three days of a jump. */
function randomQuestion(chance: Chance, years: Years, oracle: Oracle): Question {
  const grain = chance.one([HOUR / 4, HOUR / 60, 1]);
  const within = (at: number): number => Math.min(Math.max(at, years.from), years.to - grain);
  const near = chance.one(years.jumps) + ((chance.whole(-3 * DAY, 3 * DAY) / grain) | 0) * grain;
  const from = within(chance.in(0.5) ? near : chance.whole(years.from / grain, years.to / grain) * grain);
  const to = within(from + Math.round(distance(chance) / grain) * grain);
  switch (chance.whole(0, 9)) {
    case 0:
      return { ask: 'opensAt', at: from };
    case 1:
    case 2:
    case 3:
      return { ask: 'between', from, to };
    default: {
      // What passes until `to` often ends at a closing.
      const passing = oracle.workingTimeBetween(from, to);
      const amount = chance.in(0.5) ? passing : Math.round((to - from) / 4 / grain) * grain;
      return { ask: 'add', from, amount };
    }
  }
}

/** Back or forth, mostly some days, seldom years. */
function distance(chance: Chance): number {
  const most = chance.one([DAY, 6 * DAY, 6 * DAY, 90 * DAY]);
  return chance.whole(-1, 1) < 0
    ? -chance.whole(0, most)
    : chance.whole(0, chance.in(0.02) ? 3 * 365 * DAY : most);
}
