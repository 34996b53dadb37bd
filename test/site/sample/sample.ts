import { join } from 'node:path';
import { sampleDays } from './days';
import type { SampleDays } from './days';
import { readIncidents } from './log';
import type { Incident } from './log';
import { openedAt } from './seed';

/** The incidents of the log, and how its dates become the site's. */
export interface Sample extends SampleDays {
  readonly incidents: readonly Incident[];
}

/**
 * @param now The real date, from which the site takes its own.
 * @param most Of the incidents opened before the site opens, the last so many, and none that come later. Infinity: the whole log.
 */
export async function readSample(root: string, now: Date | number, most: number): Promise<Sample> {
  const days = sampleDays(now);
  const all = await readIncidents(join(root, 'test/site/sample/incidents.csv.gz'), Infinity);
  return { ...days, incidents: most === Infinity ? all : lastOpened(all, days, most) };
}

function lastOpened(all: readonly Incident[], { shift, opening }: SampleDays, most: number): Incident[] {
  return all
    .map((incident) => ({ incident, at: openedAt(incident, shift) }))
    .filter(({ at }) => at <= opening)
    .sort((a, b) => a.at - b.at)
    .slice(-most)
    .map(({ incident }) => incident);
}
