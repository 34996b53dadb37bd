import type { Revision } from '../../../../src/domain/agreement/revisions';
import { ruleBook } from '../../../../src/domain/agreement/rule-book';
import { repairProblems } from '../../../../src/domain/agreement/repair';
import { hours } from '../../../../src/domain/time/instant';
import { goal, nineToFive, onWednesday, publication, resolutionMetric } from '../../../support/builders';

const { agreement } = publication([resolutionMetric([goal('Four hours', hours(4))])]);
const at = onWednesday('06:00');
const saved = (change: string, seq: number, time = at) => ({ change, seq, at: time });
const revisions: Revision[] = [
  { ...saved('1', 1), kind: 'calendar', doc: nineToFive },
  { ...saved('1', 1), kind: 'agreement', doc: agreement },
];
const proposal = {
  agreement: agreement.id,
  version: `${agreement.id}@1`,
  from: onWednesday('08:00'),
  to: onWednesday('10:00'),
  reason: 'It was agreed before.',
};
const repair: Revision = {
  ...saved('2', 1, onWednesday('12:00')),
  kind: 'repair',
  doc: { ...proposal, id: 'repair-1', timers: 3, changed: 1 },
};

describe('a repair among the revisions', () => {
  it('happens to the agreement that it names, at the instant at which it was made', () => {
    const { timelines } = ruleBook([...revisions, repair]);
    const { from, to, version } = proposal;
    expect(timelines).toHaveLength(1);
    expect(timelines[0]).toContainEqual({
      kind: 'repaired',
      at: onWednesday('12:00'),
      from,
      to,
      version,
    });
  });

  it('makes the rule book another one, and publishes nothing', () => {
    const [before, after] = [ruleBook(revisions), ruleBook([...revisions, repair])];
    expect(after.version).not.toBe(before.version);
    expect(after.agreements).toEqual(before.agreements);
  });

  it('is let go when its agreement is not there', () => {
    const doc = { ...repair.doc, agreement: 'other' } as typeof repair.doc;
    expect(ruleBook([...revisions, { ...repair, doc }]).timelines).toEqual(ruleBook(revisions).timelines);
  });
});

describe('a proposal', () => {
  const { timelines } = ruleBook(revisions);

  it('may end now, and must not end later', () => {
    expect(repairProblems(proposal, timelines, proposal.to)).toEqual([]);
    expect(repairProblems(proposal, timelines, onWednesday('09:59'))).toMatchObject([
      { code: 'repair.to-come', path: 'to' },
    ]);
  });

  it('is told all that is wrong with it at once', () => {
    const wrong = { ...proposal, version: 'other@1', to: proposal.from, reason: '' };
    expect(repairProblems(wrong, timelines, proposal.to).map(({ path }) => path)).toEqual([
      'version',
      'to',
      'reason',
    ]);
  });
});
