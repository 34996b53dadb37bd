import type { Chance } from './chance';
import type { PlainCalendar, PlainHours } from './oracle';
import { WallClock } from './wall-clock';

const DAY = 86_400_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Any hours on any days, and exceptions between `from` and `to`, half of them about dates on which the clocks change. */
export function randomCalendar(
  chance: Chance,
  timeZone: string,
  years: { from: number; to: number; jumps: readonly number[] },
): PlainCalendar {
  const exceptions = chance.times(chance.whole(0, 12), () => {
    const at = chance.in(0.5) ? chance.one(years.jumps) : chance.whole(years.from, years.to);
    const date = dateShown(timeZone, at + chance.whole(-1, 1) * DAY);
    return { date, hours: chance.in(0.5) ? [] : hoursOfDay(chance) };
  });
  const everyDay = chance.in(0.3) ? hoursOfDay(chance) : undefined;
  const weekly = Object.fromEntries(weekdays.map((day) => [day, everyDay ?? hoursOfDay(chance)]));
  return {
    timeZone,
    weekly: { ...weekly, wed: [...(weekly.wed ?? []), interval(chance)] },
    exceptions: exceptions.filter(
      ({ date }, index) => exceptions.findIndex((e) => e.date === date) === index,
    ),
  };
}

function dateShown(timeZone: string, at: number): string {
  return new Date(WallClock.in(timeZone).reading(at) * 60_000).toISOString().slice(0, 10);
}

function hoursOfDay(chance: Chance): PlainHours {
  return chance.times(chance.one([0, 1, 1, 1, 2, 3]), () => interval(chance));
}

/** Starts anywhere, so that many end past midnight; a start equal to the end lasts until the next day's. */
function interval(chance: Chance): PlainHours[number] {
  const usual: PlainHours = [
    ['00:00', '24:00'],
    ['09:00', '17:00'],
    ['22:00', '06:00'],
    ['00:00', '02:30'],
    ['02:30', '24:00'],
  ];
  if (chance.in(0.3)) return chance.one(usual);
  const grid = chance.one([30, 15, 1]);
  const start = chance.whole(0, 1_440 / grid - 1) * grid;
  const short = start + chance.whole(1, 180 / grid) * grid;
  const end = chance.in(0.5) ? chance.whole(1, 1_440 / grid) * grid : short;
  return [written(start), written(end > 1_440 ? end - 1_440 : end)];
}

const written = (minute: number): string => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
const twoDigits = (n: number): string => String(n).padStart(2, '0');
