import type { SiteClock } from '../seams';
import type { Task } from './model';
import type { Store } from './store';

/** What Jira does later and reports on under `/task`. */
export interface Job {
  readonly description: string;
  readonly submitterId: string;
  /** The issues that it works on; another bulk update of the same ones has to wait. */
  readonly issueIds: readonly string[];
  /** Does all of the work at once and gives the task's result. */
  readonly perform: () => unknown;
}

const waitMs = 500;
const baseMs = 1_000;
const perIssueMs = 5;
/** Jira keeps what it knows of a task for 14 days. */
const keptMs = 14 * 24 * 3_600_000;

/** Tasks take time of the site's clock: half a second in the queue, then one second and 5 ms an issue. */
export class Tasks {
  constructor(
    private readonly store: Store,
    private readonly clock: Pick<SiteClock, 'now' | 'schedule'>,
  ) {}

  submit(job: Job): Task {
    const now = this.clock.now();
    const { description, submitterId, issueIds } = job;
    const task: Task = {
      id: this.store.nextId('task', 10_000),
      description,
      submitterId,
      issueIds: [...issueIds],
      status: 'ENQUEUED',
      submitted: now,
      started: null,
      finished: null,
      updated: now,
      result: undefined,
    };
    this.store.tasks.set(task.id, task);
    this.clock.schedule(now + waitMs, () => this.start(task));
    this.clock.schedule(now + waitMs + baseMs + perIssueMs * issueIds.length, () => this.finish(task, job));
    return task;
  }

  /** Undefined for a task that never was, or that Jira has forgotten. */
  find(id: string): Task | undefined {
    const task = this.store.tasks.get(id);
    return task === undefined || this.clock.now() - task.submitted > keptMs ? undefined : task;
  }

  /** Whether a task that has not ended works on one of these issues. */
  isBusy(issueIds: readonly string[]): boolean {
    const wanted = new Set(issueIds);
    return [...this.store.tasks.values()].some(
      (task) => !isOver(task) && task.issueIds.some((id) => wanted.has(id)),
    );
  }

  /** @returns false when the task is over and cannot be cancelled. */
  cancel(task: Task): boolean {
    if (isOver(task)) return false;
    this.note(task, 'CANCEL_REQUESTED');
    return true;
  }

  /** How long the task has been running so far, in milliseconds. */
  runtime({ started, finished }: Task): number {
    return started === null ? 0 : (finished ?? this.clock.now()) - started;
  }

  private start(task: Task): void {
    if (task.status !== 'ENQUEUED') return;
    this.note(task, 'RUNNING');
    task.started = task.updated;
  }

  private finish(task: Task, { perform }: Job): void {
    if (task.status === 'CANCEL_REQUESTED') this.note(task, 'CANCELLED');
    else {
      task.result = perform();
      this.note(task, 'COMPLETE');
    }
    task.finished = task.updated;
  }

  private note(task: Task, status: Task['status']): void {
    task.status = status;
    task.updated = this.clock.now();
  }
}

export function isOver({ status }: Task): boolean {
  return status === 'COMPLETE' || status === 'CANCELLED';
}
