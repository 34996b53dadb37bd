import type { Agreement } from '../../../../src/domain/agreement/agreement';
import type { CalendarRecord } from '../../../../src/domain/calendar/calendar';
import { gapsIn, type AgreementNow, type Promised } from '../../../../src/domain/coverage/gaps';
import { days, hours, later } from '../../../../src/domain/time/instant';
import {
  goal,
  nineToFive,
  onWednesday,
  priorityIs,
  publicationOf,
  resolutionMetric,
} from '../../../support/builders';
import { service } from '../catalogue/services';

const now = onWednesday('12:00');
const metrics = [resolutionMetric([goal('All', hours(4))])];
const office: CalendarRecord = { ...nineToFive, holidaySets: [] };

function agreement(
  id: string,
  more: Partial<Agreement> = {},
  standing: Partial<AgreementNow> = {},
): AgreementNow {
  const { agreement: doc } = publicationOf({ id, metrics, ...more });
  return { doc, state: 'in-force', endsAt: undefined, since: doc.effectiveFrom, ...standing };
}

const gaps = (promised: Partial<Promised>) =>
  gapsIn(
    {
      agreements: [agreement('desk')],
      services: [],
      calendars: [office],
      holidaySets: [],
      own: { calendars: ['nine-to-five', 'spare'], holidaySets: ['public'] },
      ...promised,
    },
    now,
  );

const use = (id: string) => ({ services: [{ id, revision: 1 }] });

describe('services and agreements', () => {
  it('finds published services that no agreement in force names, drafts and retired ones left out', () => {
    const services = [
      service('mail'),
      service('payroll'),
      service('plan', { state: 'draft' }),
      service('fax', { state: 'retired' }),
    ];
    const agreements = [agreement('mail-sla', use('mail'))];
    expect(gaps({ services, agreements }).servicesUncovered).toEqual([{ id: 'payroll', name: 'payroll' }]);
  });

  it('counts a suspended agreement as in force, and none that is to come or has ended', () => {
    const uncoveredBy = (state: AgreementNow['state']) =>
      gaps({ services: [service('mail')], agreements: [agreement('a', use('mail'), { state })] })
        .servicesUncovered.length;
    expect(uncoveredBy('suspended')).toBe(0);
    expect(uncoveredBy('expiring')).toBe(0);
    expect(uncoveredBy('scheduled')).toBe(1);
    expect(uncoveredBy('expired')).toBe(1);
    expect(uncoveredBy('archived')).toBe(1);
  });

  it('asks agreements for services only where there is a catalogue', () => {
    expect(gaps({}).agreementsUnbound).toEqual([]);
    expect(gaps({ services: [service('plan', { state: 'draft' })] }).agreementsUnbound).toEqual([]);
    expect(gaps({ services: [service('mail')] }).agreementsUnbound).toEqual([{ id: 'desk', name: 'desk' }]);
  });
});

describe('ends', () => {
  it('tells of what ends within 60 days and of what has ended, the first end first', () => {
    const agreements = [
      agreement('soon', {}, { state: 'expiring', endsAt: later(now, days(60)) }),
      agreement('far', {}, { endsAt: later(now, days(61)) }),
      agreement('over', {}, { state: 'expired', endsAt: onWednesday('09:00') }),
      agreement('gone', {}, { state: 'archived', endsAt: onWednesday('09:00') }),
    ];
    expect(gaps({ agreements }).ending).toMatchObject([
      { id: 'over', hasEnded: true },
      { id: 'soon', hasEnded: false },
    ]);
  });
});

describe('calendars', () => {
  const spare: CalendarRecord = { ...nineToFive, id: 'spare', name: 'Spare' };

  it('finds calendars of the project that no agreement and no service counts on', () => {
    const shared = { ...spare, id: 'shared' };
    expect(gaps({ calendars: [office, spare, shared] }).calendarsUnused).toEqual([
      { id: 'spare', name: 'Spare' },
    ]);
    const services = [service('mail', { hours: 'spare' })];
    expect(gaps({ calendars: [office, spare], services }).calendarsUnused).toEqual([]);
    expect(gaps({ calendars: [office, { ...spare, archived: true }] }).calendarsUnused).toEqual([]);
  });

  it('finds holiday sets that no calendar refers to', () => {
    const holidaySets = [{ id: 'public', name: 'Public', days: [] }];
    expect(gaps({ holidaySets }).holidaySetsUnused).toEqual([{ id: 'public', name: 'Public' }]);
    const calendars = [{ ...office, holidaySets: ['public'] }];
    expect(gaps({ holidaySets, calendars }).holidaySetsUnused).toEqual([]);
  });

  it('tells of holidays that run out, where somebody counts on them', () => {
    const past = { exceptions: [{ date: '2026-10-03', hours: [] }] };
    const calendars = [
      { ...office, ...past },
      { ...spare, ...past },
    ];
    expect(gaps({ calendars }).holidaysEnding).toMatchObject([
      { calendar: { id: 'nine-to-five' }, problem: { code: 'calendar.holidays-end' } },
    ]);
  });
});

describe('targets', () => {
  const twice = [goal('All', hours(4)), goal('Urgent', hours(1), priorityIs('P1'))];

  it('are told as for nothing where that is proven, and not looked for on issues', () => {
    const { effectless, targets } = gaps({
      agreements: [agreement('desk', { metrics: [resolutionMetric(twice)] })],
    });
    expect(effectless).toMatchObject([
      { metric: 'resolution', problem: { code: 'goal.never-reached', path: 'metrics[0].goals[1]' } },
    ]);
    expect(targets).toMatchObject([{ metric: { id: 'resolution' }, goals: ['All'] }]);
  });

  it('are looked for of agreements in force alone', () => {
    const agreements = [
      agreement('a', {}, { state: 'suspended' }),
      agreement('b', {}, { state: 'scheduled' }),
      agreement('c', {}, { state: 'terminated', endsAt: now }),
    ];
    expect(gaps({ agreements }).targets.map((target) => target.agreement.id)).toEqual(['a']);
  });

  it('are not looked for where the agreement is about nothing, or the target can never start', () => {
    const nothing = { covers: { any: [] } };
    const unstartable = { metrics: [resolutionMetric([goal('All', hours(4))], { start: { any: [] } })] };
    const { effectless, targets } = gaps({
      agreements: [agreement('a', nothing), agreement('b', unstartable)],
    });
    expect(effectless.map(({ problem }) => problem.code)).toEqual(
      expect.arrayContaining(['agreement.about-nothing', 'metric.never']),
    );
    expect(targets).toEqual([]);
  });
});
