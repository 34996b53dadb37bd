import { hours } from '../../../../src/domain/time/instant';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import type { Fact } from '../../../../src/domain/timer/history';
import type { GoalChangePolicy } from '../../../../src/domain/timer/metric';
import type { Publication, Timeline } from '../../../../src/domain/timer/timeline';
import {
  changed,
  created,
  goal,
  onWednesday,
  publicationOf,
  refs,
  resolutionMetric,
  timersOf,
} from '../../../support/builders';

const within = (count: number) => goal(`${count} h`, hours(count));
const always = (policy: GoalChangePolicy) => ({ goalChange: { shorter: policy, longer: policy } });
const isAcme = { field: 'customer', in: refs('Acme') } as const;
const isMail = { field: 'service', in: refs('Mail') } as const;
const isIncident = { field: 'issuetype', in: refs('Incident') } as const;

/** For everybody eight hours, for Acme four, for Acme's mail two. */
const general = publicationOf({ id: 'general', metrics: [resolutionMetric([within(8)])] });
const forAcme = (policy: GoalChangePolicy = 'carry', more: Partial<Publication> = {}) =>
  publicationOf(
    { id: 'acme', customer: isAcme, metrics: [resolutionMetric([within(4)], always(policy))] },
    more,
  );
const forMail = publicationOf({
  id: 'acme-mail',
  customer: isAcme,
  service: isMail,
  metrics: [resolutionMetric([within(2)])],
});

/** By which agreement each cycle is judged, and how it stands. */
const judged = (facts: readonly Fact[], timelines: readonly Timeline[], now: string) =>
  timersOf(facts, timelines, onWednesday(now)).flatMap(({ agreement, standings }) =>
    standings.map(({ promise, due, verdict, clock }) => ({
      by: agreement.id,
      goal: promise?.goal,
      due,
      verdict,
      clock: clock.kind,
    })),
  );
const field = (time: string, name: string, change: string) => changed(onWednesday(time), { [name]: change });

describe('of the agreements that are about an issue (T13)', () => {
  it.each([
    [{}, 'general'],
    [{ customer: 'Acme' }, 'acme'],
    [{ customer: 'Acme', service: 'Mail' }, 'acme-mail'],
    [{ customer: 'Other', service: 'Mail' }, 'general'],
  ])('the one that says most of %j applies, in whatever order they come', (fields, expected) => {
    const timelines = [[general], [forAcme()], [forMail]];
    const facts = [created(onWednesday('09:00'), fields)];
    for (const inOrder of [timelines, [...timelines].reverse()])
      expect(judged(facts, inOrder, '10:00').map(({ by }) => by)).toEqual([expected]);
  });
});

describe('a customer who is named when the timer runs', () => {
  const named = [created(onWednesday('09:00')), field('10:00', 'customer', ' → Acme')];

  it.each<[GoalChangePolicy, string, string]>([
    ['carry', '4 h', '13:00'],
    ['freeze', '8 h', '17:00'],
    ['restart', '4 h', '14:00'],
    ['recompute', '4 h', '13:00'],
  ])('hands the running cycle over to their agreement, by its policy: %s', (policy, promised, due) => {
    expect(judged(named, [[general], [forAcme(policy)]], '11:00')).toEqual([
      { by: 'acme', goal: promised, due: onWednesday(due), verdict: 'open', clock: 'running' },
    ]);
  });

  it('takes the promise away where their agreement has no such metric, and it stays away', () => {
    const other = publicationOf({
      id: 'acme',
      customer: isAcme,
      metrics: [resolutionMetric([within(4)], { id: 'other' })],
    });
    const facts = [...named, field('11:00', 'service', ' → Phone')];
    const alsoMail = publicationOf({ id: 'mail', service: isMail, metrics: other.agreement.metrics });
    for (const now of ['10:30', '11:30'])
      expect(judged(facts, [[general], [other], [alsoMail]], now)).toMatchObject([
        { by: 'general', verdict: 'no-promise' },
      ]);
  });
});

describe('an issue that leaves the scope of its agreement', () => {
  const facts = [
    created(onWednesday('09:00'), { customer: 'Acme' }),
    field('10:00', 'customer', 'Acme → Other'),
    field('12:00', 'customer', 'Other → Acme'),
  ];

  it('is promised nothing until it returns, and then what it was before', () => {
    expect(judged(facts, [[forAcme()]], '11:00')).toMatchObject([{ by: 'acme', verdict: 'no-promise' }]);
    expect(judged(facts, [[forAcme()]], '12:30')).toMatchObject([
      { by: 'acme', goal: '4 h', verdict: 'open', due: onWednesday('15:00') },
    ]);
  });

  it('goes to the general agreement meanwhile, where there is one', () => {
    expect(judged(facts, [[general], [forAcme()]], '11:00')).toMatchObject([{ by: 'general', goal: '8 h' }]);
    expect(judged(facts, [[general], [forAcme()]], '12:30')).toMatchObject([
      { by: 'acme', goal: '4 h', due: onWednesday('13:00') },
    ]);
  });
});

describe('a specific agreement that is published while a timer runs', () => {
  const published = forAcme('carry', { at: onWednesday('10:00'), appliesToRunning: true });
  const { agreement } = published;
  const fromTen = {
    ...published,
    agreement: { ...agreement, effectiveFrom: onWednesday('10:00') } satisfies Agreement,
  };
  const born = created(onWednesday('09:00'), { customer: 'Acme' });

  it('leaves it alone, also when something else of the issue changes', () => {
    const facts = [born, field('11:00', 'service', ' → Mail')];
    expect(judged(facts, [[general], [fromTen]], '12:00')).toMatchObject([
      { by: 'general', due: onWednesday('17:00') },
    ]);
  });

  it('applies to the next', () => {
    const facts = [born, field('11:00', 'status', 'Open → Done'), field('12:00', 'status', 'Done → Open')];
    expect(judged(facts, [[general], [fromTen]], '13:00').map(({ by, due }) => [by, due])).toEqual([
      ['general', onWednesday('17:00')],
      ['acme', onWednesday('16:00')],
    ]);
  });
});

describe('a suspended specific agreement', () => {
  const suspended: Timeline = [
    forAcme(),
    { kind: 'suspended', at: onWednesday('08:00'), reason: 'Moving' },
    { kind: 'reinstated', at: onWednesday('12:00') },
  ];

  it('lets no other take its place, and nothing begin', () => {
    const facts = [created(onWednesday('09:00'), { customer: 'Acme' })];
    expect(judged(facts, [[general], suspended], '13:00')).toEqual([]);
  });

  it('makes a cycle wait that is handed over to it', () => {
    const facts = [created(onWednesday('09:00')), field('10:00', 'customer', ' → Acme')];
    expect(judged(facts, [[general], suspended], '11:00')).toMatchObject([
      { by: 'acme', clock: 'suspended', verdict: 'open' },
    ]);
    expect(judged(facts, [[general], suspended], '13:00')).toMatchObject([{ due: onWednesday('15:00') }]);
  });
});

describe('a publication that applies to running timers and is about fewer issues', () => {
  const onlyIncidents = publicationOf(
    { id: 'acme', customer: isAcme, covers: isIncident, metrics: [resolutionMetric([within(4)])] },
    { version: 'acme@2', at: onWednesday('10:00'), appliesToRunning: true },
  );
  const facts = (issuetype: string) => [created(onWednesday('09:00'), { customer: 'Acme', issuetype })];

  it('goes on with those that it is about', () => {
    expect(judged(facts('Incident'), [[forAcme(), onlyIncidents]], '11:00')).toMatchObject([
      { goal: '4 h', due: onWednesday('13:00') },
    ]);
  });

  it('promises nothing to the others, unless another agreement takes them', () => {
    expect(judged(facts('Task'), [[forAcme(), onlyIncidents]], '11:00')).toMatchObject([
      { by: 'acme', verdict: 'no-promise' },
    ]);
    expect(judged(facts('Task'), [[general], [forAcme(), onlyIncidents]], '11:00')).toMatchObject([
      { by: 'general', goal: '8 h', due: onWednesday('17:00') },
    ]);
  });
});
