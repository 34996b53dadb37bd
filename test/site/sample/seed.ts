import type { Caller, SiteClock } from '../seams';
import type { FieldEdits } from '../jira/history-items';
import type { JiraSite } from '../jira/jira';
import type { Issue, Project, Transition } from '../jira/model';
import type { Store } from '../jira/store';
import { shiftedInstant } from './days';
import type { Incident, LogRow } from './log';
import { unnamedState } from './log';
import { accountFor } from './people';
import { logFields } from './service-project';

const SECOND = 1000;

/** What happens to one incident: it is opened, and later each row of the log brings the changes against what was before. */
interface Happening {
  readonly at: number;
  readonly happen: () => void;
}

export interface LogPlay {
  readonly jira: JiraSite;
  readonly clock: Pick<SiteClock, 'schedule'>;
  readonly incidents: readonly Incident[];
  /** Days from the log's dates to the site's. */
  readonly shift: number;
  /** What the log has up to this instant has happened: the site holds the issues. Default: nothing has. */
  readonly after?: number;
}

/**
 * Puts the incidents onto the site's clock: what the log says happens when the clock comes by, as ordinary changes
 * through the same functions as any other change. A row is left out when the request is no longer as the log has it.
 */
export function scheduleIncidents({ jira, clock, incidents, shift, after = -Infinity }: LogPlay): void {
  const [project] = jira.store.projects.values();
  if (project === undefined) throw new Error('The sample needs its project first.');
  const issueIds = idsByNumber(jira.store);
  const happenings = incidents
    .flatMap((incident) => happeningsOf(new IncidentPlayer(jira, project, incident, issueIds), shift))
    .filter(({ at }) => at > after)
    .sort((a, b) => a.at - b.at);
  const coming = happenings.values();
  // One after the other: tens of thousands of tasks would weigh on the clock.
  const scheduleNext = (): void => {
    const next = coming.next();
    if (next.done === true) return;
    clock.schedule(next.value.at, () => {
      scheduleNext();
      next.value.happen();
    });
  };
  scheduleNext();
}

/** The issues that are there already, by the number that their incident has in the log. */
function idsByNumber(store: Store): Map<string, string> {
  const ids = new Map<string, string>();
  for (const issue of store.issues.values()) {
    const number = issue.custom.get(logFields.number);
    if (number !== undefined) ids.set(number, issue.id);
  }
  return ids;
}

/** The instant at which the first of the incidents was opened. */
export function earliestOf(incidents: readonly Incident[], shift: number): number {
  return incidents.reduce((first, incident) => Math.min(first, openedAt(incident, shift)), Infinity);
}

/** When each row happens: rows of one minute follow one another by a second, none comes before the one above it. */
export function instantsOf(
  incident: Incident,
  shift: number,
): { readonly opened: number; readonly rows: readonly number[] } {
  const opened = openedAt(incident, shift);
  const times = incident.map((row) => shiftedInstant(row.updatedAt, shift));
  let last = opened;
  const rows = times.map((time) => (last = Math.max(time, last + SECOND)));
  return { opened, rows };
}

/** A few incidents have rows from before they were opened. */
export function openedAt([first]: Incident, shift: number): number {
  return Math.min(shiftedInstant(first.openedAt, shift), shiftedInstant(first.updatedAt, shift));
}

/** The state of each row; one that the export could not name is the state before it. */
export function statesOf(incident: Incident): string[] {
  let state = 'New';
  return incident.map((row) => (state = row.state === unnamedState ? state : row.state));
}

function happeningsOf(player: IncidentPlayer, shift: number): Happening[] {
  const { opened, rows } = instantsOf(player.incident, shift);
  const changes = rows.map((at, index) => ({ at, happen: () => player.play(index) }));
  return [{ at: opened, happen: () => player.open() }, ...changes];
}

class IncidentPlayer {
  private readonly store: Store;
  private readonly team: Set<string>;
  private readonly states: readonly string[];

  constructor(
    private readonly jira: JiraSite,
    private readonly project: Project,
    readonly incident: Incident,
    /** Issues by the incident's number; an incident that is opened adds its own. */
    private readonly issueIds: Map<string, string>,
  ) {
    this.store = jira.store;
    this.team = project.roles.get('Service Desk Team') ?? new Set();
    this.states = statesOf(incident);
  }

  open(): void {
    const [first] = this.incident;
    const { custom, ...edits } = this.fields(first);
    const [type] = this.project.issueTypes;
    const opener = first.openedBy ?? first.updatedBy;
    const issue = this.jira.changes.create(this.person(opener), this.project, {
      ...edits,
      typeId: type?.id ?? '',
      summary: summaryOf(first),
      priorityId: this.priorityId(first),
      // One incident has no caller: who opened it then reported it.
      reporterId: accountFor(this.store, first.caller === '?' ? opener : first.caller, this.team),
      custom: new Map([...(custom ?? [])].flatMap(([id, value]) => (value === null ? [] : [[id, value]]))),
    });
    this.issueIds.set(first.number, issue.id);
  }

  /** Does what changed from the row before; nothing when somebody else has changed or deleted the request since. */
  play(index: number): void {
    const issue = this.store.issues.get(this.issueIds.get(this.incident[0].number) ?? '');
    const row = this.incident[index];
    if (issue === undefined || row === undefined) return;
    const before = this.fields(this.incident[Math.max(0, index - 1)] ?? row);
    const stateBefore = index === 0 ? 'New' : (this.states[index - 1] ?? 'New');
    const state = this.states[index] ?? stateBefore;
    const edits = changedFields(before, this.fields(row));
    if (!this.isAsLogged(issue, stateBefore, before, edits)) return;
    const transition = state === stateBefore ? undefined : this.transition(issue, state);
    this.jira.changes.change(this.person(row.updatedBy), issue, {
      edits,
      ...(transition === undefined ? {} : { transition }),
    });
  }

  private isAsLogged(issue: Issue, state: string, before: FieldEdits, edits: FieldEdits): boolean {
    if (this.store.status(issue.statusId).name !== state) return false;
    if (edits.priorityId !== undefined && issue.priorityId !== before.priorityId) return false;
    if (edits.assigneeId !== undefined && issue.assigneeId !== (before.assigneeId ?? null)) return false;
    return [...(edits.custom?.keys() ?? [])].every(
      (id) => (issue.custom.get(id) ?? null) === (before.custom?.get(id) ?? null),
    );
  }

  private transition(issue: Issue, state: string): Transition {
    const found = this.project.transitions.find(
      ({ from, to }) => from.includes(issue.statusId) && this.store.status(to).name === state,
    );
    if (found === undefined) throw new Error(`${issue.key}: the workflow has no way to ${state}.`);
    return found;
  }

  private fields(row: LogRow): FieldEdits {
    const custom = new Map<string, string | null>();
    for (const [name, fieldId] of Object.entries(logFields)) {
      const value = row[name as keyof typeof logFields];
      const field = this.store.customField(fieldId);
      custom.set(
        fieldId,
        value !== null && field.type === 'select' ? this.store.optionId(field, value) : value,
      );
    }
    const assigneeId = row.assignedTo === null ? null : accountFor(this.store, row.assignedTo, this.team);
    return { priorityId: this.priorityId(row), assigneeId, custom };
  }

  private priorityId(row: LogRow): string {
    for (const { id, name } of this.store.priorities.values()) if (name === row.priority) return id;
    throw new Error(`The site has no priority ${row.priority}.`);
  }

  private person(label: string): Caller {
    return { kind: 'user', accountId: accountFor(this.store, label, this.team) };
  }
}

function changedFields(before: FieldEdits, after: FieldEdits): FieldEdits {
  const custom = new Map(
    [...(after.custom ?? [])].filter(([id, value]) => value !== (before.custom?.get(id) ?? null)),
  );
  return {
    ...(after.priorityId === undefined || after.priorityId === before.priorityId
      ? {}
      : { priorityId: after.priorityId }),
    ...(after.assigneeId === undefined || after.assigneeId === before.assigneeId
      ? {}
      : { assigneeId: after.assigneeId }),
    ...(custom.size === 0 ? {} : { custom }),
  };
}

/** The log has no free text, so this is all that can be said: "Category 55 · Subcategory 170 · Symptom 72". */
function summaryOf(row: LogRow): string {
  const parts = [row.category, row.subcategory, row.symptom].filter((part) => part !== null);
  return parts.length === 0 ? 'Not classified' : parts.join(' · ');
}
