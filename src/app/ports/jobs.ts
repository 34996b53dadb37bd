import type { Instant, Span } from '../../domain/time/instant';
import type { AccountId, ProjectId } from './basics';
import type { IssueGroup } from './issues';

/** A reading of all issues of a project, done in turns, one page each (design §3.6). A project has at most one of a kind. */
export interface Job {
  readonly project: ProjectId;
  /** Another one each time it is started anew. */
  readonly id: string;
  readonly state: 'running' | 'paused' | 'done' | 'failed';
  /** The number of the turn to come, from 0. */
  readonly turn: number;
  /** The turn to come begins then at the earliest. */
  readonly dueAt: Instant;
  readonly group: IssueGroup;
  /** The page to come; null for the first of its group. */
  readonly page: string | null;
  /** Issues read so far. */
  readonly read: number;
  /** About how many there are; null before the first turn. */
  readonly total: number | null;
  readonly startedAt: Instant;
  readonly startedBy: AccountId;
  /** When a turn ended last, or somebody paused or resumed it. */
  readonly changedAt: Instant;
}

/** Names a turn of a job. */
export type Turn = Pick<Job, 'project' | 'id' | 'turn'>;

/** What a turn of a job changes. */
export type Progress<OneJob extends Job> = Omit<OneJob, keyof Turn | 'startedAt' | 'startedBy'>;

export interface Jobs<OneJob extends Job> {
  of(project: ProjectId): Promise<OneJob | undefined>;
  /** Puts this one in the place of the project's former one. */
  start(job: OneJob): Promise<void>;
  /** Ends `turn`; without effect when it was ended before or the job is another one by now. A pause stays one. */
  endTurn(turn: Turn, progress: Progress<OneJob>): Promise<void>;
  /** Changes `state` where it still is `from`. */
  setState(
    job: Pick<Job, 'project' | 'id'>,
    change: { from: Job['state']; to: Job['state']; at: Instant },
  ): Promise<void>;
  /** Has a turn run after `delay`; never two of a kind at once in a project. */
  wake(turn: Turn, delay: Span): Promise<void>;
}

/** Has all issues judged by the rules as they are. */
export type Backfill = Job;

export type BackfillProgress = Progress<Backfill>;

/** No turn of a backfill runs while the drain of the same project does. */
export interface Backfills extends Jobs<Backfill> {
  /** How many jobs of any kind run on the whole site, without those whose next turn was due before `since`: their wake-up is lost. */
  running(since: Instant): Promise<number>;
}
