import type { Cause } from '../../../../src/domain/breach/causes';
import {
  corrected,
  derivedId,
  isMajor,
  outageProblems,
  rtoOf,
  toldByRule,
  verifyProblems,
  withCourse,
  type Derived,
  type Outage,
  type OutageCase,
} from '../../../../src/domain/outage/outage';
import { hours, minutes } from '../../../../src/domain/time/instant';
import { onWednesday } from '../../../support/builders';

const outage = (more: Partial<Outage> = {}): Outage => ({
  id: 'outage-1',
  service: 'mail',
  begin: onWednesday('09:00'),
  end: onWednesday('10:00'),
  planned: false,
  degree: 'full',
  explanation: '',
  ...more,
});
const { end: _end, ...open } = outage();
const causes: Cause[] = [{ id: 'fault', name: 'Fault' }];
const now = onWednesday('12:00');
const wrong = (said: Outage, more: Partial<OutageCase> = {}) =>
  outageProblems(said, { now, causes, services: ['mail'], before: undefined, ...more }).map(
    ({ code, path }) => `${code} ${path}`,
  );

describe('an outage that somebody writes down', () => {
  it('is of a service that there is, or was', () => {
    expect(wrong(outage())).toEqual([]);
    expect(wrong(outage({ service: 'fax' }))).toEqual(['outage.unknown-service service']);
    expect(wrong(outage({ service: 'fax' }), { before: outage({ service: 'fax' }) })).toEqual([]);
  });

  it('ends after it begins, and lies in the future only when it is planned', () => {
    expect(wrong(open)).toEqual([]);
    expect(wrong(outage({ end: onWednesday('09:00') }))).toEqual(['outage.ends-before end']);
    const ahead = { begin: onWednesday('13:00'), end: onWednesday('14:00') };
    expect(wrong(outage(ahead))).toEqual(['outage.in-future begin', 'outage.in-future end']);
    expect(wrong(outage({ ...ahead, planned: true }))).toEqual([]);
  });

  it('says what must be said, and no more than is kept', () => {
    expect(wrong(outage({ cause: 'weather', issue: 'mail' }))).toEqual([
      'breach.unknown-cause cause',
      'breach.no-key issue',
    ]);
    expect(wrong(outage({ explanation: 'x'.repeat(2_001) }))).toEqual(['breach.long explanation']);
    expect(wrong(outage({ rpo: { kept: false, note: '' } }))).toEqual(['breach.not-said rpo.note']);
    expect(wrong(outage({ rpo: { kept: true, note: '' } }))).toEqual([]);
    expect(wrong(outage({ lookBack: { cause: '', measures: 'A second line' } }))).toEqual([
      'breach.not-said lookBack.cause',
    ]);
    expect(wrong(outage({ withdrawn: { reason: '' } }))).toEqual(['breach.not-said withdrawn.reason']);
  });

  it('is confirmed once the service is restored', () => {
    const codes = (said: Outage) => verifyProblems(said, now).map(({ code }) => code);
    expect(codes(outage())).toEqual([]);
    expect(codes(open)).toEqual(['outage.not-restored']);
    expect(codes(outage({ withdrawn: { reason: 'Twice' } }))).toEqual(['outage.not-restored']);
  });
});

describe('the recovery time objective', () => {
  it('is met, missed or still running, in real time', () => {
    expect(rtoOf(outage(), hours(1), now)).toBe('met');
    expect(rtoOf(outage(), minutes(59), now)).toBe('missed');
    expect(rtoOf(open, hours(3), now)).toBe('running');
    expect(rtoOf(open, hours(2), now)).toBe('missed');
    expect(rtoOf(outage({ planned: true }), minutes(1), now)).toBeUndefined();
    expect(rtoOf(outage(), undefined, now)).toBeUndefined();
  });

  it('makes an outage a major one, when nothing worked for longer', () => {
    expect(isMajor(outage(), minutes(59), now)).toBe(true);
    expect(isMajor(outage({ degree: 'degraded' }), minutes(59), now)).toBe(false);
    expect(isMajor(outage(), hours(1), now)).toBe(false);
    expect(isMajor(outage({ major: true }), undefined, now)).toBe(true);
  });
});

describe('an outage that a rule tells', () => {
  const told: Derived = {
    issue: '10001',
    rule: 'p1',
    service: 'mail',
    begin: onWednesday('09:00'),
    planned: false,
    degree: 'full',
  };
  const first = toldByRule(derivedId(told, 1), told, undefined);
  const restored: Derived = { ...told, end: onWednesday('10:00') };

  it('follows the issue as long as nobody corrects it', () => {
    expect(first).toMatchObject({ id: '10001/1/p1', begin: told.begin, derived: told });
    const after = toldByRule(first.id, restored, first);
    expect(after).toMatchObject({ end: restored.end, derived: restored });
    expect(corrected(after)).toEqual([]);
    // The issue was opened again.
    expect(toldByRule(first.id, told, after)).toEqual(first);
  });

  it('keeps what somebody corrected, and follows the issue in the rest', () => {
    const { service, planned } = told;
    const own = { service, planned, begin: onWednesday('08:30'), degree: 'degraded' } as const;
    const byHand = withCourse(first, own);
    expect(corrected(byHand)).toEqual(['begin', 'degree']);
    const after = toldByRule(first.id, restored, byHand);
    expect(after).toMatchObject({
      begin: own.begin,
      degree: 'degraded',
      end: restored.end,
      derived: restored,
    });
  });

  it('never ends before it begins because of the issue', () => {
    const { degree, planned, service } = told;
    const late = withCourse(first, { service, planned, degree, begin: onWednesday('11:00') });
    const after = toldByRule(first.id, restored, late);
    expect(after).toEqual({ ...late, derived: restored });
  });

  it('loses its confirmation with another end, and with nothing else', () => {
    const verified = { by: 'ann', at: now };
    const confirmed = { ...toldByRule(first.id, restored, undefined), verified };
    expect(toldByRule(first.id, { ...restored, service: 'web' }, confirmed)).toMatchObject({ verified });
    const later = { ...restored, end: onWednesday('10:30') };
    expect(toldByRule(first.id, later, confirmed)).not.toHaveProperty('verified');
  });
});
