import { SomebodyElseSaves } from '../../src/app/errors';
import type {
  ActionOutcome,
  Backfill,
  Change,
  DirtyMark,
  Drift,
  Evaluation,
  IssueGroup,
  IssueId,
  IssueReading,
  Membership,
  Memberships,
  Ports,
  ProjectState,
  Job,
  Jobs,
  Publication,
  PublishedLater,
  CycleDifference,
  RepairPreview,
  StoredEvaluation,
  ThresholdsMessage,
} from '../../src/app/ports';
import { LONGEST_AHEAD, SITE } from '../../src/app/ports';
import { alertState, type Alert } from '../../src/domain/alert/alert';
import type { KnownField } from '../../src/domain/agreement/known-field';
import type { Revision } from '../../src/domain/agreement/revisions';
import type { DocumentKind, DocumentRevision, RevisionOf } from '../../src/domain/documents';
import { earlier, instant, later, minutes, type Instant, type Span } from '../../src/domain/time/instant';
import { presentAt } from '../../src/domain/timer/unmet';
import type { Action } from '../../src/domain/timer/metric';

type Mark = DirtyMark & { project: string; at: Instant; by: 'event' | 'view' };

/** Ports that keep everything in memory, with what tests set and look at. */
export interface MemoryPorts extends Ports {
  now: Instant;
  mayConfigure: boolean;
  mayAdminister: boolean;
  /** What the reader's language is; an error when Jira does not answer. */
  locale: string | undefined | Error;
  /** Whether whoever calls may see no issue at all. */
  hidden: boolean;
  readonly inJira: Map<string, IssueReading>;
  /** What a search finds, page by page; without any, each group is one page of the issues in Jira that are in it. */
  searchPages: (group: IssueGroup, page: number) => { readings: IssueReading[]; last: boolean };
  readonly backfillOf: Map<string, Backfill>;
  /** Turns that were asked for, the oldest first. */
  readonly turns: AskedTurn[];
  readonly previewOf: Map<string, RepairPreview>;
  /** Turns of previews that were asked for, the oldest first. */
  readonly previewTurns: AskedTurn[];
  /** By project and preview. */
  readonly differences: Map<string, Map<string, CycleDifference>>;
  readonly values: Map<string, KnownField>;
  readonly changes: Change[];
  readonly evaluations: Map<string, Evaluation>;
  readonly marks: Mark[];
  readonly woken: string[];
  /** Drains that are to run at an instant. */
  readonly wokenLater: Map<string, Instant>;
  readonly deleted: Map<string, Instant>;
  readonly lastChecked: Map<string, string>;
  readonly reconciled: Map<string, Instant>;
  readonly checked: Map<string, Instant>;
  readonly drifts: Drift[];
  /** In which groups Jira says an account is; null, or none at all, where it does not tell. */
  readonly groupsOf: Map<string, readonly string[] | null>;
  /** What the site's groups are called, by id. */
  readonly groupNames: Map<string, string>;
  /** Accounts that Jira was asked about, the oldest first. */
  readonly askedGroupsOf: string[];
  heldUntil: Instant | undefined;
  readonly holdReasons: Map<boolean, string>;
  /** Until when work is held that can wait. */
  waitsUntil: Instant | undefined;
  /** Whether Jira says that few points are left. */
  isQuotaLow: boolean;
  readonly projectStates: Map<string, { state: ProjectState; since: Instant }>;
  /** Messages for instants to come, the oldest first. */
  readonly pushed: ThresholdsMessage[];
  readonly alertRows: { alert: Alert; actAt: Instant | null; claim: string | undefined }[];
  /** What was done on issues, in its order. */
  readonly acts: { issue: string; action: Action; how: 'begin' | 'repeat' }[];
  /** What Jira makes of an action; an error when it does not answer. */
  outcome: (action: Action) => ActionOutcome | Error;
  /** How often issues were read from Jira. */
  reads: number;
  /** What was written to Jira, the oldest first. */
  readonly publications: Publication[];
  /** The task to which properties of several issues are left; those of all are written at once without one. */
  task: string | undefined;
  /** What is to be looked after, the oldest first. */
  readonly looks: (PublishedLater & { readonly at: Instant })[];
}

export function memoryPorts(now: Instant): MemoryPorts {
  let lastId = 0;
  const forgetAlerts = (issue: IssueId): void => {
    const left = ports.alertRows.filter(({ alert }) => alert.issue !== issue);
    ports.alertRows.splice(0, ports.alertRows.length, ...left);
  };
  const isLive = ({ project }: { project: string }): boolean =>
    (ports.projectStates.get(project)?.state ?? 'live') === 'live';
  const ports: MemoryPorts = {
    now,
    mayConfigure: true,
    mayAdminister: true,
    locale: 'en_US',
    hidden: false,
    inJira: new Map(),
    searchPages: (group) => ({ readings: group === 'open' ? [...ports.inJira.values()] : [], last: true }),
    backfillOf: new Map(),
    turns: [],
    previewOf: new Map(),
    previewTurns: [],
    differences: new Map(),
    values: new Map(),
    changes: [],
    evaluations: new Map(),
    marks: [],
    woken: [],
    wokenLater: new Map(),
    deleted: new Map(),
    lastChecked: new Map(),
    reconciled: new Map(),
    checked: new Map(),
    drifts: [],
    groupsOf: new Map(),
    groupNames: new Map(),
    askedGroupsOf: [],
    heldUntil: undefined,
    holdReasons: new Map(),
    waitsUntil: undefined,
    isQuotaLow: false,
    projectStates: new Map(),
    pushed: [],
    alertRows: [],
    acts: [],
    outcome: () => ({ state: 'done' }),
    reads: 0,
    publications: [],
    task: undefined,
    looks: [],
    clock: { now: () => ports.now },
    ids: { next: () => `id-${String((lastId += 1)).padStart(4, '0')}` },
    log: { warn: () => undefined },
    issues: {
      async read(ids) {
        ports.reads += 1;
        return ids.flatMap((id) => ports.inJira.get(id) ?? []);
      },
      async page(_project, group, _fields, after = '0') {
        const { readings, last } = ports.searchPages(group, Number(after));
        const next = last ? undefined : String(Number(after) + 1);
        return { readings, next, points: 1 + readings.length };
      },
      count: async () => ports.inJira.size,
      async openWith(project, { fields, accounts }) {
        const issues = [...ports.inJira.values()].filter(
          (issue) =>
            issue.project === project &&
            fields.some((field) =>
              presentAt(issue.history, ports.now).fields[field]?.some((each) => accounts.includes(each)),
            ),
        );
        return { issues: issues.map(({ id }) => id), next: undefined };
      },
      async createdWithin(project, time, fields, after = '0') {
        const since = earlier(ports.now, time);
        const issues = [...ports.inJira.values()].filter(
          ({ project: of, history }) =>
            of === project && history.facts.some(({ kind, at }) => kind === 'created' && at >= since),
        );
        const next = Number(after) + 100;
        return {
          issues: issues.slice(Number(after), next).map(({ id, history }) => {
            const held = presentAt(history, ports.now).fields;
            return {
              key: `KEY-${id}`,
              fields: Object.fromEntries(fields.map((field) => [field, held[field] ?? []])),
            };
          }),
          next: next < issues.length ? String(next) : undefined,
        };
      },
      async changedWithin(project, time, after = '0') {
        const issues = [...ports.inJira.values()]
          .filter((issue) => issue.project === project && issue.updated >= earlier(ports.now, time))
          .sort((a, b) => a.updated - b.updated);
        const next = Number(after) + 100;
        return {
          issues: issues.slice(Number(after), next),
          next: next < issues.length ? String(next) : undefined,
        };
      },
    },
    publisher: {
      async write(publications) {
        for (const publication of publications) {
          ports.publications.push(publication);
          show(publication, ports.inJira);
        }
        return { task: publications.length > 1 ? ports.task : undefined, points: 2 };
      },
      failed: async () => [],
    },
    publishedLater: {
      look: async (published, wait) => void ports.looks.push({ ...published, at: later(ports.now, wait) }),
    },
    groups: {
      named: async (texts) =>
        [...ports.groupNames]
          .filter((group) => group.some((text) => texts.includes(text)))
          .map(([id, name]) => ({ id, name })),
      async of(account) {
        ports.askedGroupsOf.push(account);
        const groups = ports.groupsOf.get(account) ?? null;
        return { groups, points: 1 + 2 * (groups?.length ?? 0) };
      },
    },
    projectFields: {
      in: async () => (field) => ports.values.get(field),
      listed: async () => ({
        fields: [...ports.values].map(([id, field]) => ({ ...field, id, name: id })),
        statuses: { new: [], indeterminate: [], done: [] },
      }),
    },
    rights: {
      mayConfigure: async () => ports.mayConfigure,
      mayAdminister: async () => ports.mayAdminister,
    },
    readers: {
      async locale() {
        if (ports.locale instanceof Error) throw ports.locale;
        return ports.locale;
      },
      async issue(issue) {
        const known = ports.hidden ? undefined : ports.inJira.get(issue);
        return known && { id: known.id, project: known.project, updated: known.updated };
      },
    },
    records: {
      revisions: async (project) =>
        ports.changes
          .filter((change) => change.project === project || change.project === SITE)
          .flatMap((change) =>
            change.revisions.flatMap((revision) =>
              isRule(revision)
                ? { ...revision, ...(change.project === SITE && ({ home: 'site' } as const)) }
                : [],
            ),
          )
          .sort((a, b) => a.at - b.at),
      async documents<Kind extends DocumentKind>(project: string, kind: Kind) {
        const latest = new Map(
          documentsOf(ports.changes, project, kind).map((revision) => [revision.doc.id, revision]),
        );
        return [...latest.values()].sort((a, b) => (a.doc.id < b.doc.id ? -1 : 1));
      },
      history: async (project, { kind, id }, limit) =>
        documentsOf(ports.changes, project, kind)
          .filter(({ doc }) => doc.id === id)
          .map(({ seq, at, doc, change }) => {
            const actor = ports.changes.find((each) => each.id === change)?.actor ?? '';
            return { seq, at, actor, doc };
          })
          .reverse()
          .slice(0, limit),
      actors: async (project) =>
        new Map(
          ports.changes
            .filter((change) => change.project === project && change.action !== 'write')
            .map(({ id, actor }) => [id, actor]),
        ),
      async commit(change) {
        const taken = ports.changes
          .filter(({ project }) => project === change.project)
          .flatMap(({ revisions }) => revisions);
        const clash = change.revisions.some(({ kind, doc, seq }) =>
          taken.some((other) => other.kind === kind && other.doc.id === doc.id && other.seq === seq),
        );
        if (clash) throw new SomebodyElseSaves();
        ports.changes.push(change);
      },
    },
    timers: {
      async save(evaluations) {
        for (const evaluation of evaluations) ports.evaluations.set(evaluation.issue, evaluation);
      },
      async of(issue): Promise<StoredEvaluation | undefined> {
        const known = ports.evaluations.get(issue);
        if (!known) return undefined;
        const { shown: _shown, ahead: _ahead, ...stored } = known;
        return { ...stored, timers: known.timers.map(({ standings: _standings, ...timer }) => timer) };
      },
      judged: async (issues) =>
        new Map(
          issues.flatMap((issue) => {
            const known = ports.evaluations.get(issue);
            if (!known) return [];
            const { issueUpdated, ruleBook, evaluatedAt } = known;
            return [[issue, { issueUpdated, ruleBook, evaluatedAt }]];
          }),
        ),
      async forget(issue, at) {
        ports.evaluations.delete(issue);
        ports.deleted.set(issue, at);
        forgetAlerts(issue);
      },
      evaluatedAfter: async (project, issue, limit) =>
        [...ports.evaluations.values()]
          .filter((each) => each.project === project && Number(each.issue) > Number(issue))
          .map((each) => each.issue)
          .sort((a, b) => Number(a) - Number(b))
          .slice(0, limit),
      stored: async (issues) =>
        (await Promise.all(issues.map((issue) => ports.timers.of(issue)))).flatMap((each) => each ?? []),
      hasOtherThan: async (project, ruleBook) =>
        [...ports.evaluations.values()].some(
          (each) => each.project === project && each.ruleBook !== ruleBook,
        ),
      deleted: async (issues) => new Set(issues.filter((issue) => ports.deleted.has(issue))),
    },
    dirtyIssues: {
      async mark(...marks) {
        ports.marks.push(...marks);
      },
      first: async (project, since) =>
        ports.marks
          .filter((mark) => mark.project === project && mark.at >= (since ?? 0))
          .sort((a, b) => a.at - b.at || (a.token < b.token ? -1 : 1))[0],
      viewedSince: async (project, issue, since) =>
        ports.marks.some(
          (mark) => mark.project === project && mark.issue === issue && mark.by === 'view' && mark.at > since,
        ),
      async list(project, limit, { now, lately }) {
        if (await ports.holds.isHeld(now, project)) return [];
        const evaluatedAt = (issue: string) => ports.evaluations.get(issue)?.evaluatedAt ?? null;
        const isLate = ({ issue }: Mark) => Number((evaluatedAt(issue) ?? 0) > lately);
        return ports.marks
          .filter((mark) => mark.project === project)
          .sort((a, b) => isLate(a) - isLate(b) || a.at - b.at)
          .slice(0, limit)
          .map(({ issue, token }) => ({ issue, token, evaluatedAt: evaluatedAt(issue) }));
      },
      async remove(project, marks) {
        const tokens = new Set(marks.map(({ token }) => token));
        ports.marks.splice(
          0,
          ports.marks.length,
          ...ports.marks.filter((mark) => mark.project !== project || !tokens.has(mark.token)),
        );
      },
    },
    drains: {
      async wake(project) {
        ports.woken.push(project);
      },
      async wakeLater(project, { now, at }) {
        if ((ports.wokenLater.get(project) ?? now) <= now) ports.wokenLater.set(project, at);
      },
    },
    backfills: {
      ...jobsIn(
        () => ports.backfillOf,
        () => ports.turns,
        () => ports.now,
      ),
      running: async (since) =>
        [...ports.backfillOf.values(), ...ports.previewOf.values()].filter(
          ({ state, dueAt }) => state === 'running' && dueAt >= since,
        ).length,
    },
    repairPreviews: {
      ...jobsIn(
        () => ports.previewOf,
        () => ports.previewTurns,
        () => ports.now,
      ),
      async keep({ project, id }, differences) {
        const kept = ports.differences.get(`${project} ${id}`) ?? new Map<string, CycleDifference>();
        for (const difference of differences) {
          const { issue, agreement, metric, cycle } = difference;
          kept.set(`${issue} ${agreement} ${metric} ${cycle}`, difference);
        }
        ports.differences.set(`${project} ${id}`, kept);
      },
      differences: async ({ project, id }, { offset, limit }) =>
        [...(ports.differences.get(`${project} ${id}`)?.values() ?? [])]
          .sort((one, other) => Number(one.issue) - Number(other.issue))
          .slice(offset, offset + limit),
      async discard({ project, id }) {
        if (ports.previewOf.get(project)?.id === id) ports.previewOf.delete(project);
        const left = ports.previewOf.get(project)?.id;
        for (const key of ports.differences.keys())
          if (key.startsWith(`${project} `) && key !== `${project} ${String(left)}`)
            ports.differences.delete(key);
      },
    },
    waiting: {
      async at(now) {
        const before = (by: Span) => earlier(now, by);
        const running = [...ports.backfillOf.values()].filter(({ state }) => state === 'running');
        const missing = ports.changes.filter(({ project, at }) => {
          const started = ports.backfillOf.get(project)?.startedAt ?? -Infinity;
          return at < before(minutes(2)) && started < at;
        });
        const rest = [...ports.evaluations.values(), ...ports.marks].map(projectOf);
        return {
          isHeld: await ports.holds.isHeld(now),
          drains: [
            ...new Set(
              ports.marks.filter((mark) => mark.at < before(minutes(2)) && isLive(mark)).map(projectOf),
            ),
          ],
          lateBackfills: running
            .filter((backfill) => backfill.dueAt < before(minutes(15)) && isLive(backfill))
            .map(projectOf),
          latePreviews: [...ports.previewOf.values()]
            .filter(({ state, dueAt }) => state === 'running' && dueAt < before(minutes(15)))
            .filter(isLive)
            .map(projectOf),
          missingBackfills: [
            ...new Map(
              missing.filter(isLive).map(({ project, actor }) => [project, { project, actor }]),
            ).values(),
          ],
          deletedProjects: [...ports.projectStates.entries()].flatMap(([project, { state }]) =>
            state === 'deleted' && rest.includes(project) ? [project] : [],
          ),
          isSomethingAhead: (await ports.thresholds.before(later(now, LONGEST_AHEAD), 1)).length > 0,
        };
      },
    },
    holds: {
      async hold({ until, reason, butUrgent }) {
        ports.holdReasons.set(butUrgent === true, reason);
        ports[butUrgent ? 'waitsUntil' : 'heldUntil'] = until;
      },
      isHeld: async (now, project) =>
        (ports.heldUntil ?? now) > now ||
        (ports.waitsUntil ?? now) > now ||
        (project !== undefined && (ports.projectStates.get(project)?.state ?? 'live') !== 'live'),
      isUrgentHeld: async (now) => (ports.heldUntil ?? now) > now,
    },
    quota: { isLow: () => ports.isQuotaLow },
    checks: {
      reconciledUntil: async (project) => ports.reconciled.get(project),
      async setReconciledUntil(project, until) {
        ports.reconciled.set(project, until);
      },
      lastChecked: async (project) => ports.lastChecked.get(project) ?? '0',
      async setLastChecked(project, issue) {
        ports.lastChecked.set(project, issue);
      },
      async setChecked(project, at) {
        ports.checked.set(project, at);
      },
      async record(drifts) {
        ports.drifts.push(...drifts);
      },
      async clear({ deletedBefore }) {
        for (const [issue, at] of ports.deleted) if (at < deletedBefore) ports.deleted.delete(issue);
      },
    },
    memberships: memoryMemberships(),
    health: {
      holds: async (now) =>
        [
          { until: ports.heldUntil, butUrgent: false },
          { until: ports.waitsUntil, butUrgent: true },
        ].flatMap(({ until, butUrgent }) =>
          until !== undefined && until > now
            ? [{ until, butUrgent, reason: ports.holdReasons.get(butUrgent) ?? '' }]
            : [],
        ),
      projects: async () =>
        (await ports.projects.withAgreements()).map((project) => {
          const marks = ports.marks.filter((mark) => mark.project === project).map(({ at }) => at);
          const judged = [...ports.evaluations.values()]
            .filter((each) => each.project === project)
            .map(({ evaluatedAt }) => evaluatedAt);
          return {
            project,
            waiting: marks.length,
            oldest: marks.sort((a, b) => a - b)[0] ?? null,
            judgedAt: judged.sort((a, b) => a - b).at(-1) ?? null,
            reconciledUntil: ports.reconciled.get(project) ?? null,
            checkedAt: ports.checked.get(project) ?? null,
            drifts: ports.drifts.filter((drift) => drift.project === project).length,
          };
        }),
      drifts: async (limit) =>
        ports.drifts
          .filter(isLive)
          .sort((a, b) => b.foundAt - a.foundAt)
          .slice(0, limit)
          .map(({ issue, project, agreement, metric, foundAt }) => ({
            issue,
            project,
            agreement,
            metric,
            foundAt,
          })),
      troubles: async (since, limit) =>
        ports.alertRows
          .map(({ alert }) => alert)
          .filter((alert) => alert.raisedAt >= since && isLive(alert))
          .filter(({ steps }) => steps.some(({ state }) => state === 'unsure' || state === 'refused'))
          .sort((a, b) => b.raisedAt - a.raisedAt)
          .slice(0, limit)
          .flatMap(({ issue, project, steps }) =>
            steps.flatMap(({ action, state, at, reason = '' }) =>
              state === 'unsure' || state === 'refused'
                ? [{ issue, project, action, state, at, reason }]
                : [],
            ),
          ),
    },
    projects: {
      async setState(project, state, at) {
        const known = ports.projectStates.get(project);
        if (!known || known.since <= at) ports.projectStates.set(project, { state, since: at });
      },
      async liveAgainSince(project) {
        const known = ports.projectStates.get(project);
        return known?.state === 'live' ? known.since : undefined;
      },
      withAgreements: async () => {
        const agreed = ports.changes.filter(({ revisions }) =>
          revisions.some(({ kind }) => kind === 'agreement'),
        );
        return [...new Set(agreed.map(projectOf))].filter((project) => isLive({ project })).sort();
      },
      async forgetSome(project) {
        ports.backfillOf.delete(project);
        ports.previewOf.delete(project);
        ports.marks.splice(0, Infinity, ...ports.marks.filter((mark) => mark.project !== project));
        const [one] = [...ports.evaluations.values()].filter((each) => each.project === project);
        if (!one) return false;
        ports.evaluations.delete(one.issue);
        forgetAlerts(one.issue);
        return true;
      },
    },
    thresholds: {
      async before(until, limit) {
        const changes = [...ports.evaluations.values()]
          .filter(isLive)
          .flatMap(({ issue, ahead: { change, alert } }) =>
            change === null || change >= until
              ? []
              : [...new Set([change, alert])].map((at) => ({ issue, at })),
          );
        const open = ports.alertRows
          .filter(({ alert }) => isLive(alert))
          .map(({ alert, actAt }) => ({ issue: alert.issue, at: actAt }));
        return [...changes, ...open]
          .flatMap(({ issue, at }) => (at !== null && at < until ? [{ issue, at }] : []))
          .sort((a, b) => a.at - b.at)
          .slice(0, limit);
      },
      reached: async (issues, at) =>
        issues.flatMap((issue) => {
          const known = ports.evaluations.get(issue);
          const { change = null, alert = null } = known?.ahead ?? {};
          if (!known || !isLive(known) || change === null || change > at) return [];
          return [{ issue, project: known.project, alert: alert !== null && alert <= at }];
        }),
      async pass(issues, at) {
        for (const issue of issues) {
          const known = ports.evaluations.get(issue);
          if (!known || known.ahead.change === null || known.ahead.change > at) continue;
          const { alert } = known.ahead;
          const change = alert !== null && alert > at ? alert : null;
          ports.evaluations.set(issue, { ...known, ahead: { change, alert } });
        }
      },
      async push(messages) {
        ports.pushed.push(...messages);
      },
    },
    alerts: {
      async raise(alerts) {
        for (const alert of alerts) {
          if (ports.alertRows.some((row) => keyOf(row.alert) === keyOf(alert))) continue;
          const actAt = isOpen(alert) ? alert.raisedAt : null;
          ports.alertRows.push({ alert, actAt, claim: undefined });
        }
      },
      open: async (issues, now) =>
        ports.alertRows
          .filter(({ alert, actAt }) => issues.includes(alert.issue) && actAt !== null && actAt <= now)
          .filter(({ alert }) => isLive(alert))
          .map(({ alert }) => alert)
          .sort((a, b) => a.passedAt - b.passedAt || (a.id < b.id ? -1 : 1)),
      async claim({ id }, { token, now, until }) {
        const row = ports.alertRows.find(({ alert }) => alert.id === id);
        if (!row || row.actAt === null || row.actAt > now) return undefined;
        Object.assign(row, { claim: token, actAt: until });
        return row.alert;
      },
      async write(alert, token) {
        const row = ports.alertRows.find(({ alert: { id }, claim }) => id === alert.id && claim === token);
        if (row) Object.assign(row, { alert, actAt: isOpen(alert) ? row.actAt : null });
      },
      async release({ id }, token, from) {
        const row = ports.alertRows.find(({ alert, claim }) => alert.id === id && claim === token);
        if (row && row.actAt !== null) row.actAt = from;
      },
    },
    actions: {
      keyOf: async (issue) => (ports.inJira.has(issue) ? `ITSD-${issue}` : undefined),
      async perform(action, { issue }, how) {
        ports.acts.push({ issue, action, how });
        const outcome = ports.outcome(action);
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    },
  };
  return ports;
}

function memoryMemberships(): Memberships {
  const rows = new Map<string, Membership>();
  return {
    of: async (accounts) =>
      [...rows.values()]
        .filter(({ account }) => accounts.includes(account))
        .sort((a, b) => compare(a.account, b.account) || a.seenAt - b.seenAt),
    async add(memberships) {
      for (const one of memberships) rows.set(`${one.account} ${one.seenAt}`, one);
    },
    async setRead(accounts, at) {
      for (const [key, one] of rows) {
        if (accounts.includes(one.account)) rows.set(key, { ...one, readAt: at });
      }
    },
    async readLongestAgo(limit) {
      const latest = new Map<string, number>();
      for (const { account, readAt } of rows.values()) {
        latest.set(account, Math.max(latest.get(account) ?? -Infinity, readAt ?? -Infinity));
      }
      return [...latest]
        .sort((a, b) => a[1] - b[1] || compare(a[0], b[0]))
        .map(([account]) => account)
        .slice(0, limit);
    },
  };
}

/** A turn of a job, and when it is to run. */
type AskedTurn = { project: string; id: string; turn: number; at: Instant };

function jobsIn<OneJob extends Job>(
  jobs: () => Map<string, OneJob>,
  turns: () => AskedTurn[],
  now: () => Instant,
): Jobs<OneJob> {
  return {
    of: async (project) => jobs().get(project),
    async start(job) {
      jobs().set(job.project, job);
    },
    async endTurn({ project, id, turn }, progress) {
      const known = jobs().get(project);
      if (known?.id !== id || known.turn !== turn) return;
      const state = progress.state === 'running' ? known.state : progress.state;
      jobs().set(project, { ...known, ...progress, state, turn: turn + 1 });
    },
    async setState({ project, id }, { from, to, at }) {
      const known = jobs().get(project);
      if (known?.id !== id || known.state !== from) return;
      jobs().set(project, { ...known, state: to, changedAt: at });
    },
    async wake({ project, id, turn }, delay) {
      turns().push({ project, id, turn, at: later(now(), delay) });
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const projectOf = ({ project }: { project: string }): string => project;

function show({ issue, fields, property }: Publication, inJira: MemoryPorts['inJira']): void {
  const reading = inJira.get(issue);
  if (!reading?.shown) return;
  const { shown } = reading;
  inJira.set(issue, {
    ...reading,
    shown: {
      fields: shown.fields && { ...shown.fields, ...fields },
      property: property ?? shown.property,
    },
  });
}

const keyOf = ({ issue, agreement, metric, cycle, threshold, goal }: Alert): string =>
  JSON.stringify([issue, agreement, metric, cycle, threshold, goal]);

const isOpen = ({ steps }: Alert): boolean => ['planned', 'acting'].includes(alertState(steps));

export const afterwards = (ports: MemoryPorts, ms: number): void => {
  ports.now = instant(ports.now + ms);
};

const isRule = (revision: Change['revisions'][number]): revision is Revision =>
  ['agreement', 'calendar', 'holiday-set', 'repair', 'step'].includes(revision.kind);

function documentsOf<Kind extends DocumentKind>(
  changes: readonly Change[],
  project: string,
  kind: Kind,
): RevisionOf<Kind>[] {
  return changes
    .filter((change) => change.project === project)
    .flatMap(({ revisions }) => revisions)
    .filter((revision): revision is DocumentRevision & RevisionOf<Kind> => revision.kind === kind)
    .sort((a, b) => a.seq - b.seq);
}
