import * as v from 'valibot';
import type { Backfills } from '../../app/ports';
import { drainKey } from './drains';
import { forgeJobs, placeEntries } from './jobs';
import { select } from './sql';

export const forgeBackfills: Backfills = {
  ...forgeJobs({ kind: 'backfill', doc: v.object(placeEntries), keyOf: drainKey }),

  async running(since) {
    const [row] = await select(
      `SELECT COUNT(*) AS running FROM job WHERE state = 'running' AND due_at >= ?`,
      [since],
      v.object({ running: v.pipe(v.unknown(), v.transform(Number), v.number()) }),
    );
    return row?.running ?? 0;
  },
};
