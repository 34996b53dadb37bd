import { parseArgs } from 'node:util';
import { JIRA_QUOTAS } from '../site/forge/limits';
import { stop } from '../site/running';
import { isAbove, type Section } from './budget-figures';
import { tableOf } from './budget-table';
import { loadSection } from './load-figures';
import { loadRun } from './load-run';
import { fillLoadSite } from './load-site';

const USAGE = `npm run load -- [--events N] [--minutes N] [--issues N] [--stored N] [--quota 1|2]
Puts the app under load on the local site and shows how far behind it falls and what it takes (design §3).
  --events N   events a minute (1000)
  --minutes N  how long, in the site's time (60)
  --issues N   issues on which they happen (6000)
  --stored N   issues in the app's store; beyond those on which something happens they are copies of rows (100000)
  --quota T    only with the points of that tier; otherwise with each
Exits with 1 when something is above its limit.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '1000' },
      minutes: { type: 'string', default: '60' },
      issues: { type: 'string', default: '6000' },
      stored: { type: 'string', default: '100000' },
      quota: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const say = (text: string): void => console.error(text);
  const [issues, stored] = [numberOf(values.issues), numberOf(values.stored)];
  const site = await fillLoadSite({ issues, stored, say });
  const sections: Section[] = [];
  for (const tier of [2, 1] as const) {
    if (values.quota !== undefined && values.quota !== String(tier)) continue;
    say(`Under load, with the points of tier ${tier}`);
    const quota = JIRA_QUOTAS[tier];
    const running = await site.open(quota);
    try {
      const run = await loadRun(running, {
        eventsAMinute: numberOf(values.events),
        minutes: numberOf(values.minutes),
      });
      const title = tier === 2 ? 'Tier 2' : 'A site’s share of tier 1';
      sections.push(loadSection(run, { quota, judged: tier === 2 ? 'lag' : 'points', title }));
    } finally {
      await stop(running);
    }
  }
  console.log(tableOf(sections));
  console.log(`
${stored} issues in the store, all but ${issues} of them copies of rows that the app wrote, about which nothing changes. Events reach
the app 1.5 s after they happen, and a drain runs 3 s after it was woken, by what a queue and its calls take. Points by the low
reading; machine time is this machine's. What is refused other than by Jira is not judged: on a clock that stands while functions
run, calls of drains that follow one another on Forge fall together.`);
  if (sections.some(({ figures }) => figures.some(isAbove))) process.exitCode = 1;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${text} is no whole number from 1 on.`);
  return value;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
