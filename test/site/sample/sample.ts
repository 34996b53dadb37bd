import { join } from 'node:path';
import { firstDays, sampleDays } from './days';
import type { SampleDays } from './days';
import { readIncidents } from './log';
import type { Incident } from './log';

/** The incidents of the log, and how its dates become the site's. */
export interface Sample extends SampleDays {
  readonly incidents: readonly Incident[];
}

/**
 * @param now The real date, from which the site takes its own.
 * @param most The first so many incidents of the log; Infinity for the whole log.
 */
export async function readSample(root: string, now: Date | number, most: number): Promise<Sample> {
  const days = most === Infinity ? sampleDays(now) : firstDays(now);
  const incidents = await readIncidents(join(root, 'test/site/sample/incidents.csv.gz'), most);
  return { ...days, incidents };
}
