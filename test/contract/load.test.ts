import { isAbove } from '../bench/budget-figures';
import { loadSection } from '../bench/load-figures';
import { loadRun } from '../bench/load-run';
import { fillLoadSite } from '../bench/load-site';
import { JIRA_QUOTAS } from '../site/forge/limits';
import { stop } from '../site/running';

const figureOf = (section: ReturnType<typeof loadSection>, what: string): number | undefined =>
  section.figures.find((figure) => figure.what === what)?.value;

it('A site under load stores every change within two minutes while there are points, and takes no more than there are', async () => {
  const site = await fillLoadSite({ issues: 60, stored: 100, say: () => undefined });
  const load = { eventsAMinute: 120, minutes: 2 };
  const plenty = await site.open(JIRA_QUOTAS[2]);
  try {
    const run = await loadRun(plenty, load);
    expect([run.events, run.lags.length, run.waiting]).toEqual([240, 240, 0]);
    expect(plenty.forge.sql.read('SELECT COUNT(*) AS n FROM issue_evaluation', [])).toEqual([{ n: 100 }]);
    const section = loadSection(run, { quota: JIRA_QUOTAS[2], judged: 'lag', title: 'Plenty' });
    expect(section.figures.filter(isAbove)).toEqual([]);
  } finally {
    await stop(plenty);
  }
  const few = { ...JIRA_QUOTAS[1], points: 100 };
  const poor = await site.open(few);
  try {
    const run = await loadRun(poor, load);
    expect(run.waiting).toBeGreaterThan(0);
    const section = loadSection(run, { quota: few, judged: 'points', title: 'Few' });
    expect(section.figures.filter(isAbove)).toEqual([]);
    expect(figureOf(section, 'events not stored two minutes after the last')).toBe(run.waiting);
  } finally {
    await stop(poor);
  }
}, 120_000);
