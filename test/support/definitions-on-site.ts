import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withoutCatalogue } from '../site/sample/definitions';

/** A definitions file as the site's import takes it, as far as tests look into it. */
interface File<Metric> {
  readonly agreements: readonly { readonly metrics: readonly Metric[] }[];
}

export interface SampleMetric {
  readonly goals: readonly { readonly within?: string }[];
}

/** The definitions of a site with the first incidents of the sample. */
export const smallDefinitions = withoutCatalogue(
  readFileSync(path.join(__dirname, '../site/sample/definitions.json'), 'utf8'),
);

/** The same, each metric of them changed. */
export function sampleDefinitions(change: (metric: SampleMetric) => object): string {
  const file = JSON.parse(smallDefinitions) as File<SampleMetric>;
  const agreements = file.agreements.map((agreement) => ({
    ...agreement,
    metrics: agreement.metrics.map(change),
  }));
  return JSON.stringify({ ...file, agreements });
}

const allDay = [['00:00', '24:00']];

/** Definitions with one agreement, and a calendar `always` that never closes. */
export function aroundTheClock(agreement: object): string {
  const weekly = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, allDay]),
  );
  return JSON.stringify({
    format: 'service-levels/1',
    calendars: [{ id: 'always', name: 'Always', timeZone: 'Europe/London', weekly, exceptions: [] }],
    agreements: [{ timeZone: 'Europe/London', ...agreement }],
  });
}
