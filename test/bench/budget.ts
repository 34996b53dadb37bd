import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readManifest } from '../site/forge/manifest';
import { startSite, type Site } from '../site/site';
import {
  backfillSection,
  burstSection,
  dailySection,
  isAbove,
  loneEventSection,
  monthSection,
  pagesSection,
  tickSection,
  viewSection,
  type Section,
} from './budget-figures';
import { builtPages } from './budget-pages';
import { backfill, burst, daily, loneEvent, ticks, views } from './budget-runs';
import { tableOf } from './budget-table';

const root = resolve(__dirname, '../..');

const USAGE = `npm run budget -- [--json] [--events N] [--views N]
Measures on the local site what the app takes of the platform, beside its budgets (design §3).
  --json      plain data instead of a table
  --events N  events a day of the site whose month is priced (1000)
  --views N   fresh views of panels a day of that site (500)
Exits with 1 when something is above its limit or cannot be measured.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      events: { type: 'string', default: '1000' },
      views: { type: 'string', default: '500' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { memoryMB, schedules } = readManifest(root);
  const site = await startSite({ root, port: 0, rate: 0 });
  try {
    const event = await loneEvent(site);
    const many = await burst(site, 100);
    const view = await views(site);
    const ticking = await ticks(site, schedules);
    const filled = await backfill(site);
    const checked = await daily(site, schedules);
    const described = {
      eventsPerDay: countOf(values.events),
      viewsPerDay: countOf(values.views),
      storedBytes: site.forge.sql.snapshot().byteLength,
    };
    const sections = [
      loneEventSection(event, memoryMB),
      burstSection(many, memoryMB),
      viewSection(view, memoryMB),
      tickSection(ticking, memoryMB),
      backfillSection(filled, memoryMB),
      dailySection(checked, memoryMB),
      monthSection(described, { event, view, schedules: [...ticking, checked.run] }, memoryMB),
      pagesSection(builtPages(root)),
    ];
    console.log(
      values.json
        ? JSON.stringify({ sections, uncounted: uncountedBy(site) }, null, 2)
        : report(sections, site),
    );
    if (filled === undefined || sections.some(({ figures }) => figures.some(isAbove))) process.exitCode = 1;
  } finally {
    await site.close();
  }
}

function report(sections: readonly Section[], site: Site): string {
  const uncounted = uncountedBy(site);
  const warning = `\nThe objects of these reads are not in the points: ${uncounted.join(', ')}.`;
  return `${tableOf(sections)}

Points by the low reading are judged: issues cost, changelog entries and comments do not. Atlassian does not say;
by the high reading they do. Machine time is this machine's and judged by nobody.${uncounted.length > 0 ? warning : ''}`;
}

const uncountedBy = ({ forge }: Site): readonly string[] => forge.meter.reading().uncounted;

function countOf(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${text} is no number of things a day.`);
  return value;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
