import type { IssueTimers } from '../../../src/contract/views';
import {
  elapsedBetween,
  instant,
  later,
  minutes,
  seconds,
  span,
  type Instant,
  type Span,
} from '../../../src/domain/time/instant';
import { IssueWatch, newerOf } from '../../../static/app/src/data/issue-watch';

const morning = instant(Date.UTC(2026, 10, 24, 9));

/** A page's surroundings: a clock that is moved by hand, Jira, and the app with its queue of what it was asked. */
class Surroundings {
  time = morning;
  jiraUpdated = morning;
  /** What the app knows of the issue; undefined: as new as Jira's. */
  appUpdated: Instant | null | undefined;
  kind: IssueTimers['kind'] = 'timers';
  jiraFails = false;
  appFails = false;
  readonly reads: Span[] = [];
  readonly checkedAfter: Span[] = [];
  readonly asked: { readonly after: Span; readonly hint: Instant | undefined }[] = [];

  readonly watch = new IssueWatch({
    now: () => this.time,
    readUpdated: async () => {
      this.reads.push(this.passed());
      if (this.jiraFails) throw new Error('404');
      return this.jiraUpdated;
    },
    ask: async (hint) => {
      this.asked.push({ after: this.passed(), hint });
      if (this.appFails) throw new Error('no answer');
      const { kind, time: asOf } = this;
      const issueUpdated = this.appUpdated === undefined ? this.jiraUpdated : this.appUpdated;
      return { kind, asOf, issueUpdated, timers: [], calendars: {}, versions: {} };
    },
    checked: (at) => {
      this.checkedAfter.push(elapsedBetween(morning, at));
    },
  });

  /** Looks every five seconds for so long. */
  async watchFor(length: Span): Promise<void> {
    for (let passed = 0; passed < length; passed += 5_000) {
      this.time = later(this.time, seconds(5));
      await this.watch.look('tick');
    }
  }

  private passed(): Span {
    return elapsedBetween(morning, this.time);
  }
}

async function opened(change: Partial<Surroundings> = {}): Promise<Surroundings> {
  const surroundings = Object.assign(new Surroundings(), change);
  await surroundings.watch.look('tick');
  return surroundings;
}

describe('watching an issue', () => {
  it('asks the app at once when the page opens, and then whether Jira has something newer', async () => {
    const { asked, reads } = await opened();
    expect(asked).toEqual([{ after: 0, hint: undefined }]);
    expect(reads).toEqual([0]);
  });

  it('asks again at once when the first answer is older than Jira’s issue', async () => {
    const around = await opened({ appUpdated: morning, jiraUpdated: later(morning, seconds(2)) });
    expect(around.asked.map(({ hint }) => hint)).toEqual([undefined, around.jiraUpdated]);
  });

  it('knows until when what it shows was right', async () => {
    const around = await opened();
    await around.watchFor(seconds(10));
    expect(around.checkedAfter).toEqual([0, 5_000, 10_000]);
    around.jiraFails = true;
    await around.watchFor(seconds(30));
    around.jiraFails = false;
    around.appUpdated = morning;
    around.jiraUpdated = later(morning, seconds(2));
    await around.watchFor(seconds(30));
    expect(around.checkedAfter).toEqual([0, 5_000, 10_000]);
    around.appUpdated = undefined;
    await around.watchFor(seconds(5));
    expect(around.checkedAfter.at(-1)).toBe(75_000);
  });

  it('asks only Jira as long as nothing changes', async () => {
    const around = await opened();
    await around.watchFor(seconds(55));
    expect(around.asked).toHaveLength(1);
    expect(around.reads).toHaveLength(12);
  });

  it('asks the app once a minute, since definitions may have changed', async () => {
    const around = await opened();
    await around.watchFor(minutes(3));
    expect(around.asked.map(({ after }) => after)).toEqual([0, 60_000, 120_000, 180_000]);
  });

  it('asks with Jira’s time when Jira is ahead, every five seconds until the app has caught up', async () => {
    const around = await opened();
    around.appUpdated = morning;
    around.jiraUpdated = later(morning, seconds(2));
    await around.watchFor(seconds(15));
    around.appUpdated = undefined;
    await around.watchFor(seconds(20));
    const hint = around.jiraUpdated;
    expect(around.asked.slice(1)).toEqual([5, 10, 15, 20].map((s) => ({ after: s * 1_000, hint })));
  });

  it('looks again at once when Jira tells of a change while it is looking', async () => {
    const around = await opened();
    const first = around.watch.look('tick');
    const told = around.watch.look('changed');
    await Promise.all([first, told]);
    expect(around.reads).toHaveLength(3);
  });

  it('never does two things at once', async () => {
    const around = new Surroundings();
    await Promise.all([around.watch.look('tick'), around.watch.look('tick'), around.watch.look('tick')]);
    expect(around.asked).toHaveLength(1);
  });

  it('leaves Jira alone for ever longer when the issue cannot be read, but still asks the app', async () => {
    const around = await opened({ jiraFails: true });
    await around.watchFor(minutes(2));
    expect(around.reads.map((after) => after / 1_000)).toEqual([0, 5, 15, 35, 75]);
    expect(around.asked.map(({ after }) => after)).toEqual([0, 60_000, 120_000]);
  });

  it('leaves the app alone for ever longer when it does not answer, at most five minutes', async () => {
    const around = await opened({ appFails: true });
    await around.watchFor(minutes(20));
    expect(around.asked.map(({ after }) => after / 1_000)).toEqual([0, 5, 15, 35, 75, 155, 315, 615, 915]);
  });

  it('asks at once when the reader wants it, whatever failed before', async () => {
    const around = await opened({ appFails: true });
    await around.watch.look('asked-by-reader');
    around.appFails = false;
    await around.watch.look('asked-by-reader');
    expect(around.asked).toHaveLength(3);
    await around.watchFor(seconds(5));
    expect(around.asked).toHaveLength(3);
  });

  it.each([
    ['unreadable', null],
    ['no-definitions', undefined],
  ] as const)('does not read the issue while the app says %s', async (kind, appUpdated) => {
    const around = await opened({ kind, appUpdated });
    await around.watchFor(seconds(55));
    await around.watch.look('changed');
    expect(around.reads).toEqual([]);
    await around.watchFor(span(5_000));
    expect(around.asked).toHaveLength(2);
  });
});

describe('of two answers', () => {
  const answer = (issueUpdated: Instant | null): IssueTimers => ({
    kind: 'timers',
    asOf: morning,
    issueUpdated,
    timers: [],
    calendars: {},
    versions: {},
  });
  const [older, newer] = [answer(morning), answer(later(morning, seconds(1)))];

  it('the one made from the newer issue is shown, whichever came last', () => {
    expect(newerOf(newer, older)).toBe(newer);
    expect(newerOf(older, newer)).toBe(newer);
  });

  it('the later one is shown where they are made from the same issue, or from none', () => {
    const same = answer(morning);
    expect(newerOf(older, same)).toBe(same);
    expect(newerOf(undefined, older)).toBe(older);
    const unreadable = answer(null);
    expect(newerOf(newer, unreadable)).toBe(unreadable);
    expect(newerOf(unreadable, older)).toBe(older);
  });
});
