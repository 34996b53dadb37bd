import * as fc from 'fast-check';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { differs, readMatrix } from '../../../../src/domain/agreement/priority-given';
import type { PriorityMatrix } from '../../../../src/domain/agreement/priority-matrix';
import { later, minutes, type Instant } from '../../../../src/domain/time/instant';
import type { Fact } from '../../../../src/domain/timer/history';
import { compileRules } from '../../../../src/domain/timer/rules';
import type { Timeline, TimelineEntry } from '../../../../src/domain/timer/timeline';
import { at, changed, created, onWednesday, publicationOf, ref, refs } from '../../../support/builders';
import { law } from '../../../support/laws';

const cell = (impact: string, urgency: string, priority: string): PriorityMatrix['cells'][number] => ({
  impact: ref(impact),
  urgency: ref(urgency),
  priority: ref(priority),
});

const matrix: PriorityMatrix = {
  impact: 'impact',
  urgency: 'urgency',
  cells: [cell('High', 'High', 'P1'), cell('High', 'Low', 'P2'), cell('Low', 'High', 'P2')],
  sets: true,
};

const published = onWednesday('08:00');

/** In force since it was published, with whatever else happened to it. */
const agreementWith = (more: Partial<Agreement>, ...also: readonly TimelineEntry[]): Timeline => [
  publicationOf({ id: 'desk', metrics: [], effectiveFrom: published, ...more }, { at: published }),
  ...also,
];

const desk = agreementWith({ id: 'desk', name: 'Desk', priorityMatrix: matrix });
const rules = compileRules([desk]);
const now = onWednesday('12:00');

const issue = (fields: Readonly<Record<string, string>>): Fact => created(onWednesday('09:00'), fields);
const read = (...facts: readonly Fact[]) => readMatrix({ facts }, rules, now);

describe('the matrix of an agreement', () => {
  it('gives the priority for the impact and the urgency that the issue has', () => {
    expect(read(issue({ impact: 'High', urgency: 'Low', priority: 'P1' }))?.given).toEqual({
      agreement: { id: 'desk', name: 'Desk' },
      impact: { field: 'impact', value: ref('High') },
      urgency: { field: 'urgency', value: ref('Low') },
      priority: ref('P2'),
      inJira: ref('P1'),
    });
  });

  it('gives none where impact or urgency is missing, or where it says nothing of the two', () => {
    const missing = read(issue({ impact: 'High' }));
    expect(missing).toMatchObject({ given: { urgency: { value: null }, priority: null }, toSet: null });
    const unknown = read(issue({ impact: 'Low', urgency: 'Low' }));
    expect(unknown).toMatchObject({ given: { priority: null, inJira: ref('Medium') }, toSet: null });
  });

  it('says that Jira differs only where it gives a priority', () => {
    expect(differs({ priority: ref('P1'), inJira: ref('P2') })).toBe(true);
    expect(differs({ priority: ref('P1'), inJira: null })).toBe(true);
    expect(differs({ priority: ref('P1'), inJira: ref('P1') })).toBe(false);
    expect(differs({ priority: null, inJira: ref('P1') })).toBe(false);
  });

  it('is that of the SLA which wins, and only then that of another agreement', () => {
    const other = { ...matrix, cells: [cell('High', 'High', 'P2')] };
    const vip = agreementWith({
      id: 'vip',
      name: 'VIP',
      customer: { field: 'customer', in: refs('ACME') },
      priorityMatrix: other,
    });
    const team = agreementWith({ id: 'a-team', kind: 'OLA', priorityMatrix: other });
    const agreementFor = (customer: string, ...timelines: Parameters<typeof compileRules>[0]) =>
      readMatrix(
        { facts: [issue({ impact: 'High', urgency: 'High', customer })] },
        compileRules(timelines),
        now,
      )?.given.agreement.id;
    expect(agreementFor('ACME', team, desk, vip)).toBe('vip');
    expect(agreementFor('Others', team, desk, vip)).toBe('desk');
    expect(agreementFor('Others', team, agreementWith({ id: 'plain' }))).toBe('a-team');
    expect(agreementFor('Others', agreementWith({ id: 'plain' }))).toBeUndefined();
  });

  it('holds neither before its agreement is in force, nor while that is suspended', () => {
    const facts = [issue({ impact: 'High', urgency: 'High' })];
    const suspended = compileRules([
      agreementWith(
        { priorityMatrix: matrix },
        { kind: 'suspended', at: onWednesday('10:00'), reason: 'Strike' },
      ),
    ]);
    expect(readMatrix({ facts }, suspended, now)).toBeUndefined();
    const toCome = agreementWith({ priorityMatrix: matrix, effectiveFrom: onWednesday('13:00') });
    expect(readMatrix({ facts }, compileRules([toCome]), now)).toBeUndefined();
  });
});

describe('the priority in Jira', () => {
  const born = issue({ impact: 'High', urgency: 'Low', priority: 'P3' });

  it('is set on a new issue, and again when impact or urgency changes', () => {
    expect(read(born)?.toSet).toEqual(ref('P2'));
    const set = changed(onWednesday('09:01'), { priority: 'P3 → P2' });
    expect(read(born, set)?.toSet).toBeNull();
    const worse = changed(onWednesday('10:00'), { urgency: 'Low → High' });
    expect(read(born, set, worse)?.toSet).toEqual(ref('P1'));
  });

  it('stays as somebody has chosen it since, or together with impact and urgency', () => {
    expect(read(born, changed(onWednesday('10:00'), { priority: 'P3 → P4' }))?.toSet).toBeNull();
    const both = changed(onWednesday('10:00'), { urgency: 'Low → High', priority: 'P3 → P4' });
    expect(read(born, both)?.toSet).toBeNull();
  });

  it('is never set where the matrix only shows it', () => {
    const shows = compileRules([agreementWith({ priorityMatrix: { ...matrix, sets: false } })]);
    expect(readMatrix({ facts: [born] }, shows, now)).toMatchObject({ toSet: null });
  });

  it('is left alone for what was so before the agreement was published', () => {
    const old = created(at('2026-11-17T09:00Z'), { impact: 'High', urgency: 'Low', priority: 'P3' });
    expect(read(old)?.toSet).toBeNull();
    const touched = changed(onWednesday('10:00'), { impact: 'High → Low' });
    const urgent = changed(onWednesday('10:05'), { urgency: 'Low → High' });
    expect(read(old, touched, urgent)?.toSet).toEqual(ref('P2'));
  });

  it('is left alone where nobody knows what happened before', () => {
    for (const gap of ['changelog', { field: 'priority' }] as const) {
      expect(readMatrix({ facts: [born], gap }, rules, now)?.toSet).toBeNull();
    }
    expect(readMatrix({ facts: [born], gap: 'comments' }, rules, now)?.toSet).toEqual(ref('P2'));
  });
});

const aChange = fc.record({
  field: fc.constantFrom('impact', 'urgency', 'priority', 'status'),
  to: fc.constantFrom('High', 'Low', 'P1', 'P2', 'P3'),
  minutes: fc.integer({ min: 1, max: 100 }),
});

/** An issue to which these things happen, one after the other. */
function lived(changes: readonly { field: string; to: string; minutes: number }[]): Fact[] {
  let time: Instant = onWednesday('09:00');
  const fields: Record<string, string> = { impact: 'Low', urgency: 'Low', priority: 'P3', status: 'Open' };
  const facts: Fact[] = [created(time, fields)];
  for (const { field, to, minutes: wait } of changes) {
    time = later(time, minutes(wait));
    facts.push(changed(time, { [field]: `${fields[field]} → ${to}` }));
    fields[field] = to;
  }
  return facts;
}

const END = onWednesday('23:59');

const anyChanges = fc.array(aChange, { maxLength: 6 });

describe('a matrix', () => {
  law('gives what the present values say, whatever came before', [anyChanges], (changes) => {
    const given = readMatrix({ facts: lived(changes) }, rules, END)?.given;
    const last = (field: string, born: string) =>
      changes.findLast((change) => change.field === field)?.to ?? born;
    const fields = {
      impact: last('impact', 'Low'),
      urgency: last('urgency', 'Low'),
      priority: last('priority', 'P3'),
    };
    const bornSo = created(onWednesday('09:00'), fields);
    expect(given).toEqual(readMatrix({ facts: [bornSo] }, rules, END)?.given);
  });

  law(
    'never sets a priority over one that was changed last, nor twice, whatever order events come in',
    [anyChanges],
    (changes) => {
      const facts = lived(changes);
      const toSet = readMatrix({ facts }, rules, END)?.toSet;
      expect(readMatrix({ facts: [...facts].reverse().concat(facts) }, rules, END)?.toSet).toEqual(toSet);
      const last = changes.findLast(({ field }) => field !== 'status');
      if (last?.field === 'priority') expect(toSet).toBeNull();
      if (!toSet) return;
      const set = changed(END, { priority: `P3 → ${toSet.id}` });
      expect(readMatrix({ facts: [...facts, set] }, rules, END)?.toSet).toBeNull();
    },
  );
});
