import * as v from 'valibot';
import type { Issue } from '../site/jira/model';
import type { Running } from '../site/running';

/** What is left when a script was lived through: lines that can be compared, and what is wrong whatever they say. */
export interface Remains {
  /** Every timer that is stored, and what Jira shows of it. */
  readonly lines: readonly string[];
  /** What must not be left, such as an issue that still waits to be judged. */
  readonly troubles: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

/** The key of the property that is on what an alert has made. */
const ALERT = 'service-levels-alert';
const alertOf = v.object({ id: v.string() });

/** The issues that no alert has made, the oldest first: the same in each run of a script, whatever else was made between. */
export function bornOfPeople({ jira }: Pick<Running, 'jira'>): Issue[] {
  return [...jira.store.issues.values()]
    .filter(({ properties }) => !properties.has(ALERT))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

/** The version that the site opens with: what began then is judged by it, whatever is published later. */
const WITHOUT_THRESHOLDS = 'it-service-desk@1';

/** @param opening when the script began; who was late before is told nothing. */
export function remainsOf(site: Running, opening: number): Remains {
  const names = new Map(bornOfPeople(site).map(({ id }, index) => [Number(id), `#${index + 1}`]));
  const rows = rowsOf(site);
  // Numbers that Jira gives, to changes too, depend on what else was made.
  const named = ({ issue_id: issue, ...row }: Row): string[] => {
    const name = names.get(Number(issue));
    return name === undefined
      ? []
      : [`${name} ${JSON.stringify(row).replaceAll(/(issue|change|comment)\/\d+/g, '$1')}`];
  };
  const timers = rows(
    `SELECT issue_id, agreement, metric, cycle_no, version, goal, verdict, reported, started_at, ended_at, closed_on, due_at,
       breached_at, waits_since, service, customer, priority, assignee, team
     FROM timer ORDER BY issue_id, agreement, metric, cycle_no`,
  );
  const judged = rows('SELECT issue_id, outcome, doc FROM issue_evaluation ORDER BY issue_id');
  return {
    lines: [...timers.flatMap(named), ...judged.flatMap(named), ...shownBy(site, names)],
    troubles: [...leftUndone(site), ...toldWrongly(site, opening)],
  };
}

function rowsOf({ forge }: Running): (query: string) => Row[] {
  return (query) => forge.sql.read(query, []) as Row[];
}

/** What Jira shows of each issue. */
function shownBy(site: Running, names: ReadonlyMap<number, string>): string[] {
  const fields = [...site.jira.store.customFields.values()].filter(({ appKey }) => appKey !== undefined);
  return bornOfPeople(site).map((issue) => {
    const values = fields.map(({ id, name }) => `${name} ${issue.custom.get(id) ?? 'empty'}`);
    const property = JSON.stringify(issue.properties.get('serviceLevels') ?? null);
    return `${names.get(Number(issue.id)) ?? ''} shows ${values.join(', ')}, ${property}`;
  });
}

function leftUndone(site: Running): string[] {
  const rows = rowsOf(site);
  const issues = site.jira.store.issues;
  const gone = rows(
    // Where the event of a deletion was lost, the app does not know that the issue is not just hidden from it.
    `SELECT issue_id FROM issue_evaluation WHERE outcome <> 'unreadable' UNION SELECT issue_id FROM timer`,
  ).filter(({ issue_id: issue }) => !issues.has(String(issue)));
  const left = (what: string, found: readonly Row[]): string[] =>
    found.map((row) => `${what}: ${JSON.stringify(row)}`);
  return [
    ...left('an issue still waits to be judged', rows('SELECT issue_id FROM dirty_issue ORDER BY issue_id')),
    ...left('a job has not ended', rows(`SELECT kind, project_id, state FROM job WHERE state <> 'done'`)),
    ...left('an issue is remembered that is gone', gone),
    ...left(
      'an alert is not finished',
      rows('SELECT issue_id, threshold, state FROM alert WHERE act_at IS NOT NULL'),
    ),
    ...left(
      'what is stored was once otherwise',
      rows('SELECT issue_id, metric, stored_as, fresh_as FROM drift'),
    ),
    ...[...site.jira.unmodelled, ...site.forge.unmodelled()].map((what) => `the site does not model ${what}`),
    ...site.clock.problems.map(({ message }) => message),
  ];
}

const alertRow = v.object({
  id: v.string(),
  issue: v.pipe(v.number(), v.transform(String)),
  metric: v.string(),
  threshold: v.string(),
  doc: v.pipe(
    v.string(),
    v.parseJson(),
    v.object({ steps: v.array(v.object({ action: v.record(v.string(), v.unknown()), state: v.string() })) }),
  ),
});
type AlertRow = v.InferOutput<typeof alertRow>;

/** What was told or made twice, or not though the row says so, and breaches that nobody was told of. */
function toldWrongly(site: Running, opening: number): string[] {
  const rows = rowsOf(site);
  const alerts = v.parse(
    v.array(alertRow),
    rows('SELECT id, issue_id AS issue, metric, threshold, doc FROM alert ORDER BY id'),
  );
  const issues = [...site.jira.store.issues.values()];
  const comments = countOf(issues.flatMap((issue) => issue.comments.map(({ properties }) => properties)));
  const linked = countOf(issues.map(({ properties }) => properties));
  const mails = site.jira.mails();
  const silent = rows(
    `SELECT t.issue_id, t.metric, t.cycle_no, t.breached_at FROM timer t
     WHERE t.breached_at > ${opening} AND t.version <> '${WITHOUT_THRESHOLDS}' AND NOT (EXISTS (SELECT 1 FROM alert a WHERE a.issue_id = t.issue_id
       AND a.agreement = t.agreement AND a.metric = t.metric AND a.cycle_no = t.cycle_no AND a.threshold = 'due'))`,
  );
  return [
    ...unlike('comments', alerts, 'comment', comments),
    ...unlike('linked issues', alerts, 'linkedIssue', linked),
    ...[...comments, ...linked]
      .filter(([, times]) => times > 1)
      .map(([id]) => `alert ${id} was told of twice`),
    ...mailTroubles(alerts, mails, site),
    ...silent.map((row) => `nobody was told of a breach: ${JSON.stringify(row)}`),
  ];
}

/** How often each alert is named. */
function countOf(all: readonly ReadonlyMap<string, unknown>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const properties of all) {
    const alert = v.safeParse(alertOf, properties.get(ALERT));
    if (alert.success) counts.set(alert.output.id, (counts.get(alert.output.id) ?? 0) + 1);
  }
  return counts;
}

/** A step of that kind that says that it is done has left one thing, any other none. */
function unlike(
  what: string,
  alerts: readonly AlertRow[],
  kind: string,
  counts: ReadonlyMap<string, number>,
): string[] {
  return alerts.flatMap(({ id, doc }) =>
    doc.steps
      .filter(({ action }) => kind in action)
      .filter(({ state }) => (counts.get(id) ?? 0) !== (state === 'done' ? 1 : 0))
      .map(({ state }) => `alert ${id}: ${counts.get(id) ?? 0} ${what}, though that is ${state}`),
  );
}

/** Mail names no alert: that of an issue and a metric is counted together. */
function mailTroubles(
  alerts: readonly AlertRow[],
  mails: ReturnType<Running['jira']['mails']>,
  { jira }: Running,
): string[] {
  const due = alerts.filter(({ threshold }) => threshold === 'due');
  const groups = new Map(due.map(({ issue, metric }) => [`${issue} ${metric}`, { issue, metric }]));
  return [...groups.values()].flatMap(({ issue, metric }) => {
    const states = due
      .filter((alert) => alert.issue === issue && alert.metric === metric)
      .flatMap(({ doc }) => doc.steps.filter(({ action }) => 'notify' in action).map(({ state }) => state));
    const done = states.filter((state) => state === 'done').length;
    const most = done + states.filter((state) => state === 'unsure').length;
    const subject = `${jira.store.issues.get(issue)?.key ?? ''}: ${metric} is late`;
    const sent = mails.filter((mail) => mail.issueId === issue && mail.subject === subject).length;
    return sent >= done && sent <= most
      ? []
      : [`${sent} mails about ${issue} ${metric}, though ${done} to ${most} are written down`];
  });
}
