import fc from 'fast-check';
import type { Target } from '../../../../src/domain/coverage/gaps';
import {
  neverSeen,
  NOTHING_SEEN,
  seenOn,
  together,
  type JudgedIssue,
} from '../../../../src/domain/coverage/seen';
import { hours } from '../../../../src/domain/time/instant';
import {
  changed,
  created,
  goal,
  onWednesday,
  priorityIs,
  publication,
  resolutionMetric,
  timersOf,
} from '../../../support/builders';

const desk = publication([
  resolutionMetric([goal('Urgent', hours(1), priorityIs('P1')), goal('Others', hours(4))]),
]);
const target: Target = {
  agreement: { id: 'desk', name: 'Service desk' },
  metric: { id: 'resolution', kind: 'resolution' },
  goals: ['Urgent', 'Others'],
  since: onWednesday('08:00'),
};
const reply: Target = { ...target, metric: { id: 'next-reply', kind: 'next-reply' }, goals: ['All'] };

/** An issue that was raised from one priority to another. */
const issue = (id: string, ...priorities: string[]): JudgedIssue => {
  const [first = 'P1', next] = priorities;
  const facts = [
    created(onWednesday('09:00'), { priority: first }),
    ...(next ? [changed(onWednesday('09:10'), { priority: `${first} → ${next}` })] : []),
  ];
  return { issue: id, outcome: 'timers', timers: timersOf(facts, [[desk]], onWednesday('10:00')) };
};
const bare: JudgedIssue = { issue: '7', outcome: 'not-covered', timers: [] };
const hidden: JudgedIssue = { issue: '8', outcome: 'unreadable', timers: [] };

describe('what issues were seen to use', () => {
  it('is each target that started, with all goals that were ever promised on the way', () => {
    expect(seenOn([issue('1', 'P1', 'P2'), issue('2', 'P2'), bare, hidden])).toEqual({
      read: 4,
      bare: 1,
      bareIssues: ['7'],
      unreadable: 1,
      targets: [{ agreement: 'desk', metric: 'resolution', issues: 2, goals: ['Urgent', 'Others'] }],
    });
  });

  it('is the same, in whatever lots the issues are read', () => {
    const any = fc.constantFrom(issue('1', 'P1', 'P2'), issue('2', 'P2'), issue('3', 'P1'), bare, hidden);
    fc.assert(
      fc.property(fc.array(any), fc.array(any), (some, more) => {
        expect(together(seenOn(some), seenOn(more))).toEqual(seenOn([...some, ...more]));
      }),
    );
  });
});

describe('what was never seen', () => {
  it('is a target that never started; its goals go with it', () => {
    const { unstarted, unmatched } = neverSeen([target, reply], seenOn([issue('1', 'P1', 'P2')]));
    expect(unstarted).toEqual([reply]);
    expect(unmatched).toEqual([]);
  });

  it('is a goal that was never promised by a target that did start', () => {
    const { unstarted, unmatched } = neverSeen([target], seenOn([issue('1', 'P2')]));
    expect(unstarted).toEqual([]);
    expect(unmatched).toEqual([{ ...target, goals: ['Urgent'] }]);
  });

  it('is everything where no issue was read', () => {
    expect(neverSeen([target, reply], NOTHING_SEEN).unstarted).toEqual([target, reply]);
  });
});
