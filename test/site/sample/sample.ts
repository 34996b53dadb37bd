import { join } from 'node:path';
import { firstDays, sampleDays } from './days';
import type { SampleDays } from './days';
import { readIncidents } from './log';
import type { Incident } from './log';

/** The incidents of the log, and how its dates become the site's. */
export interface Sample extends SampleDays {
  readonly incidents: readonly Incident[];
  /** All of the log. Its site has a catalogue and what people have written down; that of a part is left to whoever tests there. */
  readonly isWhole: boolean;
}

/**
 * @param now The real date, from which the site takes its own.
 * @param most The first so many incidents of the log; Infinity for the whole log.
 */
export async function readSample(root: string, now: Date | number, most: number): Promise<Sample> {
  const isWhole = most === Infinity;
  const days = isWhole ? sampleDays(now) : firstDays(now);
  const incidents = await readIncidents(join(root, 'test/site/sample/incidents.csv.gz'), most);
  return { ...days, incidents, isWhole };
}
