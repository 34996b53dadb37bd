import type { IssueTimers } from '../../../../src/contract/views';
import { later, minutes, seconds, type Instant } from '../../../../src/domain/time/instant';
import { Patience } from './patience';

/** An answer is asked for again after this, since definitions may have changed while the issue did not. */
const FULL_REFRESH = minutes(1);
const FIRST_WAIT = seconds(5);
const LONGEST_WAIT = minutes(5);

/**
 * Of two answers the one made from the newer issue: the app may answer from its store, which the answer that it gave at once
 * is not in yet.
 */
export function newerOf(held: IssueTimers | undefined, answer: IssueTimers): IssueTimers {
  if (held?.issueUpdated == null || answer.issueUpdated === null) return answer;
  return held.issueUpdated > answer.issueUpdated ? held : answer;
}

/** What a watch needs from outside. */
interface WatchPorts {
  /** The issue's `updated` as Jira has it now; rejects when it cannot be read. */
  readUpdated(): Promise<Instant>;
  /** Asks the app, with the issue's `updated` where it is newer than the answer held; rejects when there is no answer. */
  ask(jiraUpdated: Instant | undefined): Promise<IssueTimers>;
  now(): Instant;
  /** Told whenever the answer held was found to be what Jira has. */
  checked(at: Instant): void;
}

/** Why to look: time has passed, Jira tells of a change, or the reader will not wait. */
type Reason = 'tick' | 'changed' | 'asked-by-reader';

interface Held {
  readonly answer: IssueTimers;
  readonly askedAt: Instant;
}

/**
 * Keeps the timers of one issue fresh without asking more than it must: it compares the issue's `updated` with the one
 * that the held answer was made from, and asks the app only when Jira is ahead, or once a minute. Whoever has a reason to
 * look calls it; it never does two things at once, and waits ever longer after failures.
 */
export class IssueWatch {
  private held: Held | undefined;
  private looking = false;
  private waiting: Reason | undefined;
  private readonly app = new Patience(FIRST_WAIT, LONGEST_WAIT);
  private readonly jira = new Patience(FIRST_WAIT, LONGEST_WAIT);

  constructor(private readonly ports: WatchPorts) {}

  /** Looks whether there is something new. What comes up while a look is under way makes another follow. */
  async look(reason: Reason): Promise<void> {
    if (reason === 'asked-by-reader') this.app.renew();
    if (reason !== 'tick') this.jira.renew();
    if (this.looking) {
      if (reason !== 'tick' && this.waiting !== 'asked-by-reader') this.waiting = reason;
      return;
    }
    this.looking = true;
    for (let next: Reason | undefined = reason; next; next = this.takeWaiting()) {
      const isFirst = !this.held;
      await this.lookOnce(next === 'asked-by-reader');
      // The first answer was asked for without knowing what Jira has.
      if (isFirst && this.held) await this.lookOnce(false);
    }
    this.looking = false;
  }

  private takeWaiting(): Reason | undefined {
    const { waiting } = this;
    this.waiting = undefined;
    return waiting;
  }

  private async lookOnce(force: boolean): Promise<void> {
    const newer = await this.newerUpdated();
    const now = this.ports.now();
    const old = !this.held || later(this.held.askedAt, FULL_REFRESH) <= now;
    if (!this.app.allows(now) || !(old || force || newer !== undefined)) return;
    try {
      this.held = { answer: await this.ports.ask(newer), askedAt: now };
      this.app.renew();
      if (isFresh(this.held.answer, newer)) this.ports.checked(now);
    } catch {
      this.app.lose(this.ports.now());
    }
  }

  /** The issue's `updated` if Jira is ahead of the answer held; undefined if not, or if that cannot be told. */
  private async newerUpdated(): Promise<Instant | undefined> {
    const known = this.held?.answer.issueUpdated;
    if (known === undefined || known === null || !this.jira.allows(this.ports.now())) return undefined;
    if (this.held?.answer.kind === 'no-definitions') return undefined;
    try {
      const updated = await this.ports.readUpdated();
      this.jira.renew();
      if (updated > known) return updated;
      this.ports.checked(this.ports.now());
      return undefined;
    } catch {
      this.jira.lose(this.ports.now());
      return undefined;
    }
  }
}

/** Whether nothing newer can be known: the app has caught up with Jira, or there is no issue to compare with. */
function isFresh({ kind, issueUpdated }: IssueTimers, jiraUpdated: Instant | undefined): boolean {
  if (kind === 'no-definitions' || issueUpdated === null) return true;
  return jiraUpdated !== undefined && jiraUpdated <= issueUpdated;
}
