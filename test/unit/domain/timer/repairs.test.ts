import { hours, type Instant } from '../../../../src/domain/time/instant';
import type { Timeline, TimelineEntry } from '../../../../src/domain/timer/timeline';
import {
  changed,
  created,
  goal,
  onWednesday,
  publication,
  resolutionMetric,
  timersOf,
} from '../../../support/builders';

const promising = (count: number, version: string, published: Instant) =>
  publication([resolutionMetric([goal(`${count} h`, hours(count))])], { version, at: published });
/** The same version, which says something else. */
const oneHourAs = ({ version }: { version: string }) => promising(1, version, early);
const early = onWednesday('06:00');
const fourHours = promising(4, 'desk@1', early);
const twoHours = promising(2, 'desk@2', onWednesday('07:00'));
const oneHour = promising(1, 'desk@3', onWednesday('07:30'));
const published: Timeline = [fourHours, twoHours, oneHour];
const repair = (made: string, from: string, to: string, version: string): TimelineEntry => ({
  kind: 'repaired',
  at: onWednesday(made),
  from: onWednesday(from),
  to: onWednesday(to),
  version,
});

/** From 09:00 to 10:30, and again from 13:00 to 14:30. */
const facts = [
  created(onWednesday('09:00')),
  changed(onWednesday('10:30'), { status: 'Open → Done' }),
  changed(onWednesday('13:00'), { status: 'Done → Open' }),
  changed(onWednesday('14:30'), { status: 'Open → Done' }),
];
const verdicts = (timeline: Timeline, now = '16:00') =>
  timersOf(facts, [timeline], onWednesday(now)).flatMap(({ cycles, standings }) =>
    cycles.map(({ version }, index) => [version, standings[index]?.verdict]),
  );

describe('completed cycles (rule 16)', () => {
  it('change by a repair: those that began in its time, and no others', () => {
    expect(verdicts(published)).toEqual([
      ['desk@3', 'breached'],
      ['desk@3', 'breached'],
    ]);
    expect(verdicts([...published, repair('15:00', '08:00', '13:00', 'desk@2')])).toEqual([
      ['desk@2', 'met'],
      ['desk@3', 'breached'],
    ]);
  });

  it('are as they were before the repair was made', () => {
    const repaired = [...published, repair('15:00', '08:00', '13:00', 'desk@2')];
    expect(verdicts(repaired, '14:59')).toEqual(verdicts(published, '14:59'));
  });
});

describe('of two repairs of the same time', () => {
  const wide = repair('15:00', '08:00', '15:00', 'desk@1');
  const within = repair('15:10', '08:30', '12:00', 'desk@2');

  it('the one that was made last counts, in whatever order they come', () => {
    const last = repair('15:20', '08:00', '15:00', 'desk@2');
    for (const repairs of [
      [wide, last],
      [last, wide],
    ])
      expect(verdicts([...published, ...repairs]).map(([version]) => version)).toEqual(['desk@2', 'desk@2']);
  });

  it('the wider one holds again where the other ends', () => {
    expect(verdicts([...published, wide, within]).map(([version]) => version)).toEqual(['desk@2', 'desk@1']);
  });
});

describe('a repair', () => {
  it('counts on the calendars of its time, though the same version is published anew with others', () => {
    const repaired = [...published, repair('15:00', '08:00', '13:00', 'desk@2')];
    const anew = { ...oneHourAs(twoHours), at: onWednesday('15:30') };
    expect(verdicts([...repaired, anew])).toEqual(verdicts(repaired));
  });

  it('tells nobody of what was passed before it', () => {
    const [timer] = timersOf(
      facts,
      [[...published, repair('15:00', '08:00', '13:00', 'desk@2')]],
      onWednesday('16:00'),
    );
    expect(timer?.cycles.map(({ knownFrom }) => knownFrom)).toEqual([
      onWednesday('15:00'),
      onWednesday('13:00'),
    ]);
  });

  it('lets nothing begin after the end of the agreement', () => {
    const ended: TimelineEntry = { kind: 'ended', at: onWednesday('12:00'), runOff: 'finish' };
    const afterIt = repair('15:00', '12:30', '14:00', 'desk@1');
    expect(verdicts([...published, ended, afterIt])).toEqual([['desk@3', 'breached']]);
  });
});
