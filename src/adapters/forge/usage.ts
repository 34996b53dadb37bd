import * as v from 'valibot';
import type { Usage } from '../../app/ports';
import { instant, type Instant } from '../../domain/time/instant';
import { countedKinds, type HourOfUse } from '../../domain/usage/usage';
import { count, countHold, noneUnkept, ownCount, type OwnCount } from '../counted';
import { stopwatch } from './clock';
import { execute, placeholders, select } from './sql';

/**
 * Each process has rows of its own, named by it, which it writes over with its own sums: so no two processes ever have to add
 * to the same row. In the place of the project stands which hour and what was counted, as a number below zero that no project
 * has, so that the store can add up by it.
 */
const KINDS = [...countedKinds, 'heldSince'] as const;
const HOUR_MS = 3_600_000;
/** Room for so many kinds in an hour. */
const KINDS_AN_HOUR = 10;
const markOf = (hour: Instant, kind: (typeof KINDS)[number]): number =>
  -((hour / HOUR_MS) * KINDS_AN_HOUR + KINDS.indexOf(kind));

const LEFT = { points: 'points-left', at: 'points-left-at' };
const WHOLE_SITE = 0;

/**
 * Worth a statement where there are statements to spare, and where there are hardly any: of a drain of a hundred issues one in
 * five writes down what it took, unless another function of the process does before.
 */
const SOON = { points: 1, statements: 100 };
const MUCH = { points: 500, statements: 1_000 };

const number = v.pipe(v.unknown(), v.transform(Number), v.number());

export const forgeUsage: Usage = {
  count,
  countHold,

  runs() {
    const passed = stopwatch();
    return () => count('runMs', Math.round(passed()));
  },

  async keep(how) {
    const own = ownCount();
    const worth = how === 'soon' ? SOON : MUCH;
    if (own.unkept.points < worth.points && own.unkept.statements < worth.statements && own.isLeftKept)
      return;
    const rows = rowsOf(own);
    // Before it is known whether that comes through: what is counted meanwhile is written down next time.
    own.unkept = noneUnkept();
    own.changed.clear();
    own.isLeftKept = true;
    try {
      await execute(
        `REPLACE INTO check_mark (project_id, kind, value) VALUES ${placeholders(rows.length, 3)}`,
        rows.flat(),
      );
    } catch {
      // No work fails because of what is counted of it. The next time writes it all.
      for (const hour of own.hours.keys()) own.changed.add(hour);
      own.isLeftKept = own.left === undefined;
    }
  },

  async since(hour) {
    const rows = await select(
      `SELECT project_id AS mark, SUM(value) AS total, MIN(value) AS least FROM check_mark
       WHERE project_id <= ? GROUP BY project_id`,
      [markOf(hour, 'points')],
      v.object({ mark: number, total: number, least: number }),
    );
    const hours = new Map<number, HourOfUse>();
    for (const { mark, total, least } of rows) {
      const kind = KINDS[-mark % KINDS_AN_HOUR];
      if (!kind) continue;
      const at = Math.floor(-mark / KINDS_AN_HOUR) * HOUR_MS;
      const known = hours.get(at) ?? { hour: instant(at), heldSince: null, ...noneUnkept() };
      hours.set(at, { ...known, [kind]: kind === 'heldSince' ? instant(least) : total });
    }
    return [...hours.values()].sort((a, b) => a.hour - b.hour);
  },

  async left() {
    const rows = await select(
      `SELECT kind, value FROM check_mark WHERE project_id = ? AND kind IN (?, ?)`,
      [WHOLE_SITE, LEFT.points, LEFT.at],
      v.object({ kind: v.string(), value: number }),
    );
    const value = (kind: string): number | undefined => rows.find((row) => row.kind === kind)?.value;
    const [points, at] = [value(LEFT.points), value(LEFT.at)];
    return points === undefined || at === undefined ? undefined : { points, at: instant(at) };
  },

  async rows() {
    const [row] = await select(
      `SELECT (SELECT COUNT(*) FROM timer) AS timers, (SELECT COUNT(*) FROM issue_evaluation) AS issues,
         (SELECT COUNT(*) FROM alert) AS alerts, (SELECT COUNT(*) FROM record_revision) AS revisions,
         (SELECT COUNT(*) FROM dirty_issue) AS marks`,
      [],
      v.object({ timers: number, issues: number, alerts: number, revisions: number, marks: number }),
    );
    if (!row) throw new Error('A statement without FROM gives a row.');
    return row;
  },

  async forget(hour) {
    await execute(`DELETE FROM check_mark WHERE project_id > ? AND project_id < 0`, [markOf(hour, 'points')]);
  },
};

type Row = [mark: number, name: string, value: number];

function rowsOf({ process, hours, changed, left, isLeftKept }: OwnCount): Row[] {
  const counted = [...changed].flatMap((hour) => {
    const of = hours.get(hour);
    return KINDS.flatMap((kind): Row[] => {
      const value = of?.[kind];
      return value ? [[markOf(hour, kind), process, value]] : [];
    });
  });
  if (isLeftKept || !left) return counted;
  return [...counted, [WHOLE_SITE, LEFT.points, left.points], [WHOLE_SITE, LEFT.at, left.at]];
}
