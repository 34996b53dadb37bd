import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import initSqlJs from 'sql.js';
import type { KeptForge } from '../site/forge/forge';
import { JIRA_QUOTAS, type JiraQuota } from '../site/forge/limits';
import { seededRandom } from '../site/forge/random';
import { dumpStore, restoreStore } from '../site/jira/store-dump';
import { createProgress } from '../site/progress';
import { startForge, startJira, stop, type Ground, type Running, type RunningJira } from '../site/running';
import { waitForBackfill } from '../site/sample/backfill';
import { visitors } from '../site/sample/people';
import { addServiceProject } from '../site/sample/service-project';
import { settingsCallOf } from '../site/sample/settings-call';
import { sampleDefinitions } from '../support/definitions-on-site';

const root = path.resolve(__dirname, '../..');

/** A site at the beginning of an hour, with issues that the app knows, from which any number of runs may begin. */
export interface LoadSite {
  open(quota: JiraQuota): Promise<Running>;
}

export interface LoadSiteOptions {
  /** Issues in Jira, made during the hours before. */
  readonly issues: number;
  /** Issues in the app's store; what is beyond those in Jira are copies of their rows, which nothing happens to. */
  readonly stored: number;
  readonly say: (text: string) => void;
}

const HOUR = 3_600_000;
/** A Wednesday on which office hours go on in the hour that follows. */
const OPENING = Date.parse('2026-11-18T11:00Z');
const CREATED_WITHIN = 8 * HOUR;
/** Of a hundred issues, from the most urgent on, as in the sample's log. */
const PRIORITIES = [
  ['1', 2],
  ['2', 3],
  ['3', 90],
  ['4', 5],
] as const;

/** Fills a site: issues first, then the app with its definitions, which reads them all within its budget. */
export async function fillLoadSite({ issues, stored, say }: LoadSiteOptions): Promise<LoadSite> {
  const ground: Ground = {
    root,
    bundleDir: path.join(root, 'test/.cache/bundle'),
    identity: { siteUrl: 'http://localhost', cloudId: '5ca1ab1e-0000-4000-8000-00000000c10d' },
    progress: createProgress(({ text, percent }) =>
      say(percent === undefined ? text : `${text}: ${percent} %`),
    ),
    quiet: false,
  };
  // At 3,000 points an hour, so that the reading ends before the opening.
  const installed = OPENING - Math.ceil(issues / 2_500 + 1) * HOUR;
  const on = startJira(ground, installed - CREATED_WITHIN);
  await addIssues(on, issues, installed);
  const forge = await startForge({ ...ground, quota: JIRA_QUOTAS[2] }, on);
  const running = { ...on, forge };
  try {
    await settleIn(ground, running);
    const kept = forge.keep();
    const sql = await withCopies(kept.sql, stored);
    const { since } = kept;
    const image = serialize({ store: dumpStore(on.jira.store), messages: [...kept.messages] });
    return {
      open(quota) {
        const { store, messages } = deserialize(image) as {
          store: Record<string, unknown>;
          messages: KeptForge['messages'];
        };
        const again = startJira(ground, OPENING, restoreStore(store));
        return startForge({ ...ground, quota }, again, { since, sql, messages }).then((forge) => ({
          ...again,
          forge,
        }));
      },
    };
  } finally {
    await stop(running);
  }
}

async function addIssues({ clock, jira }: RunningJira, count: number, until: number): Promise<void> {
  const project = addServiceProject(jira.store);
  const random = seededRandom(1);
  const [type] = project.issueTypes;
  const from = clock.now();
  const agent = { kind: 'user', accountId: visitors.agent.accountId } as const;
  for (let index = 0; index < count; index++) {
    await clock.moveTo(from + Math.floor((index * (until - from)) / count));
    jira.changes.create({ kind: 'user', accountId: visitors.customer.accountId }, project, {
      summary: `Incident ${index + 1}`,
      typeId: type?.id ?? '',
      priorityId: priority(random() * 100),
      reporterId: visitors.customer.accountId,
      assigneeId: agent.accountId,
    });
  }
  await clock.moveTo(until);
}

function priority(percentile: number): string {
  let sum = 0;
  for (const [id, share] of PRIORITIES) if (percentile < (sum += share)) return id;
  return '4';
}

async function settleIn({ progress }: Ground, { clock, jira, forge }: Running): Promise<void> {
  const [project] = jira.store.projects.values();
  if (project === undefined) throw new Error('The site has no project.');
  await forge.install();
  const call = settingsCallOf(forge, project, visitors.projectAdministrator);
  await call('importDefinitions', { file: sampleDefinitions((metric) => ({ ...metric, thresholds })) });
  const moveTo = async (instant: number): Promise<void> => {
    await clock.moveTo(instant);
    await forge.settled();
  };
  await waitForBackfill({ call, now: () => clock.now(), moveTo, opening: OPENING, progress });
  if (clock.now() > OPENING) throw new Error('The app has not read all issues before the opening.');
  await moveTo(OPENING);
}

/** So that there is something to be on time for. */
const thresholds = [{ id: 'due', atShare: '100%', actions: [{ label: 'sla-late' }] }];

/** Numbers of copies begin beyond all that the site's Jira ever gives out. */
const COPIES_FROM = 100_000_000;

/** The database with so many issues: copies of rows that the app wrote itself, about which nothing changes by itself. */
async function withCopies(snapshot: Uint8Array, stored: number): Promise<Uint8Array> {
  const engine = await initSqlJs();
  const database = new engine.Database(snapshot);
  try {
    const columnsOf = (table: string): string[] =>
      (database.exec(`PRAGMA table_info(${table})`)[0]?.values ?? []).map(([, name]) => String(name));
    const count = Number(database.exec('SELECT COUNT(*) FROM issue_evaluation')[0]?.values[0]?.[0]);
    database.run('CREATE TEMP TABLE original AS SELECT issue_id FROM issue_evaluation ORDER BY issue_id');
    for (let copies = count, round = 1; copies < stored; round++) {
      const some = Math.min(count, stored - copies);
      for (const table of ['timer', 'issue_evaluation']) {
        const values = columnsOf(table).map((column) => {
          if (column === 'issue_id') return `issue_id + ${COPIES_FROM * round}`;
          return column === 'change_at' || column === 'alert_at' ? 'NULL' : column;
        });
        database.run(
          `INSERT INTO ${table} SELECT ${values.join(', ')} FROM ${table}
           WHERE issue_id IN (SELECT issue_id FROM original LIMIT ${some})`,
        );
      }
      copies += some;
    }
    return database.export();
  } finally {
    database.close();
  }
}
