import { jiraProjectFields } from '../../src/adapters/jira/project-fields';
import { compiledCalendars, evaluateIssue, fieldsAskedFor } from '../../src/app/evaluate-issue';
import { importDefinitions } from '../support/import-definitions';
import { ruleBook } from '../../src/domain/agreement/rule-book';
import { hours, instant, type Instant } from '../../src/domain/time/instant';
import type { TermsOf } from '../../src/domain/timer/goal';
import type { Standing } from '../../src/domain/timer/standing';
import type { Issue } from '../site/jira/model';
import { at } from '../support/builders';
import { draft } from '../support/definitions';
import { memoryPorts } from '../support/memory-ports';
import { AppOnSite } from './jira/app-on-site';
import { agent } from './site/jira-fixture';

const PROJECT = '10000';
const BACK_BY = 'customfield_10070';
const MENDED_AT = 'customfield_10071';
const AGREED = 'customfield_10072';

let app: AppOnSite;
let issue: Issue;

beforeEach(() => {
  app = new AppOnSite();
  const { store } = app.site.jira;
  for (const [id, name, type] of [
    [BACK_BY, 'Back by', 'date'],
    [MENDED_AT, 'Mended at', 'datetime'],
    [AGREED, 'Agreed hours', 'number'],
  ] as const) {
    store.customFields.set(id, { id, name, type, options: new Map() });
  }
  issue = app.site.issue();
});

/** The small draft in the words of the site, with another promise and whatever else. */
function file(terms: TermsOf<string>, spoil: (metric: Metric) => unknown = () => undefined) {
  const definitions = draft();
  const metric = definitions.agreements[0]!.metrics[0]!;
  metric.stop = { changed: 'status', to: ['Resolved'] };
  metric.pause = [{ name: 'Waiting', while: { field: 'status', in: ['Awaiting Vendor'] } }];
  metric.goals = [{ name: 'Agreed', calendar: 'office', ...terms }];
  spoil(metric);
  return definitions;
}
type Metric = ReturnType<typeof draft>['agreements'][number]['metrics'][number];

/** How the issue stands once the definitions are imported, by what Jira then says of it. */
async function standingBy(definitions: ReturnType<typeof draft>): Promise<Standing | undefined> {
  const ports = { ...memoryPorts(instant(app.site.now)), projectFields: jiraProjectFields };
  expect(await importDefinitions(ports, PROJECT, 'sam', definitions)).toMatchObject({ problems: [] });
  const book = ruleBook(await ports.records.revisions(PROJECT));
  const [reading] = await app.issues.read([issue.id], fieldsAskedFor(book));
  const { timers } = evaluateIssue(reading!, book, compiledCalendars(book), instant(app.site.now));
  return timers.flatMap(({ standings }) => standings)[0];
}

/** A minute later. */
function edit(edits: Parameters<typeof app.site.jira.changes.change>[2]['edits']): void {
  app.site.now += 60_000;
  app.site.jira.changes.change(agent, issue, { edits: edits! });
}

const set = (custom: Readonly<Record<string, string>>): void =>
  edit({ custom: new Map(Object.entries(custom)) });

const dueBy = async (terms: TermsOf<string>): Promise<Instant | undefined> =>
  (await standingBy(file(terms)))?.due;

describe('a definitions file can refer to the fields of the site', () => {
  it('until the due date: due at the end of that day in the calendar’s zone, and moved with it', async () => {
    edit({ dueDate: '2026-11-20' });
    expect(await dueBy({ until: 'duedate' })).toBe(at('2026-11-20T23:00Z'));
    edit({ dueDate: '2026-11-24' });
    expect(await dueBy({ until: 'duedate' })).toBe(at('2026-11-24T23:00Z'));
  });

  it('until the due date that it had when its time began, where the metric says so', async () => {
    const frozen = file({ until: 'duedate' }, (metric) => {
      metric.start = { changed: 'status', to: ['Active'] };
      metric.goalChange = { shorter: 'freeze', longer: 'freeze' };
    });
    edit({ dueDate: '2026-11-20' });
    app.site.now += 60_000;
    const { changes, store } = app.site.jira;
    const transition = store.projectOf(issue).transitions.find(({ to }) => to === '10002')!;
    changes.change(agent, issue, { transition });
    edit({ dueDate: '2026-11-24' });
    expect((await standingBy(frozen))?.due).toBe(at('2026-11-20T23:00Z'));
  });

  it('until a date of one’s own, in the same way', async () => {
    set({ [BACK_BY]: '2026-11-20' });
    expect(await dueBy({ until: BACK_BY })).toBe(at('2026-11-20T23:00Z'));
    set({ [BACK_BY]: '2026-11-24' });
    expect(await dueBy({ until: BACK_BY })).toBe(at('2026-11-24T23:00Z'));
  });

  it('until an instant, in whatever zone Jira writes it', async () => {
    set({ [MENDED_AT]: '2026-11-25T13:00:00.000Z' });
    expect(await dueBy({ until: MENDED_AT })).toBe(at('2026-11-25T13:00Z'));
  });

  it('from an instant and up to one', async () => {
    set({ [MENDED_AT]: '2026-11-18T09:00:00.000Z' });
    const started = file({ within: '4h' }, (metric) => (metric.startAt = MENDED_AT));
    expect((await standingBy(started))?.due).toBe(at('2026-11-18T13:00Z'));
  });

  it('as long as a number says', async () => {
    set({ [AGREED]: '2.5' });
    expect((await standingBy(file({ withinField: AGREED, unit: 'hours' })))?.within).toBe(hours(2.5));
  });

  it('where a condition asks for a label', async () => {
    const vip = file({ within: '8h' }, ({ goals }) => {
      goals.unshift({
        name: 'VIP',
        calendar: 'office',
        within: '1h',
        when: { field: 'labels', in: ['vip'] },
      });
    });
    expect((await standingBy(vip))?.within).toBe(hours(8));
    edit({ labels: ['printer', 'vip'] });
    expect((await standingBy(vip))?.within).toBe(hours(1));
  });
});
