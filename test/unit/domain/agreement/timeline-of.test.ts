import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { timelineOf } from '../../../../src/domain/agreement/timeline-of';
import type { Instant } from '../../../../src/domain/time/instant';
import type { Publication } from '../../../../src/domain/timer/timeline';
import { onWednesday, publication } from '../../../support/builders';

/** A publication at a time of Wednesday, from which the number of its version is taken. */
function published(time: string, says: Partial<Agreement> = {}): Publication {
  const plain = publication([]);
  const version = `desk@${time}`;
  return {
    ...plain,
    kind: 'published',
    version,
    at: onWednesday(time),
    agreement: { ...plain.agreement, ...says },
  };
}

const suspended = (from: string, to?: string, reason = 'Strike'): Partial<Agreement> => ({
  suspensions: [{ from: onWednesday(from), ...(to !== undefined && { to: onWednesday(to) }), reason }],
});
const until = (time: string, runOff?: Agreement['runOff']): Partial<Agreement> => ({
  effectiveTo: onWednesday(time),
  ...(runOff && { runOff }),
});

const timeOf = (at: Instant): string => new Date(at).toISOString().slice(11, 16);

/** What the publications say beside that they are there. */
const said = (...publications: Publication[]): string[] =>
  timelineOf(publications).flatMap((entry) => {
    if (entry.kind === 'published') return [];
    const more = 'reason' in entry ? entry.reason : 'runOff' in entry ? entry.runOff : '';
    return `${timeOf(entry.at)} ${entry.kind} ${more}`.trim();
  });

describe('the timeline of an agreement', () => {
  it('has every publication, in the order in which they came', () => {
    const [first, second] = [published('09:00'), published('10:00')];
    expect(timelineOf([second, first])).toEqual([first, second]);
  });

  it('has no more than that where none names a suspension or an end', () => {
    expect(said(published('09:00'), published('10:00'))).toEqual([]);
  });
});

describe('a suspension', () => {
  it('lasts from its beginning to its end', () => {
    expect(said(published('09:00', suspended('10:00', '14:00')))).toEqual([
      '10:00 suspended Strike',
      '14:00 reinstated',
    ]);
  });

  it('lasts until further notice where it has no end', () => {
    expect(said(published('09:00', suspended('10:00')))).toEqual(['10:00 suspended Strike']);
    expect(said(published('09:00', suspended('10:00')), published('11:00'))).toEqual([
      '10:00 suspended Strike',
      '11:00 reinstated',
    ]);
  });

  it('counts from its publication at the earliest, as verdicts given before stay', () => {
    expect(said(published('09:00'), published('12:00', suspended('10:00', '14:00')))).toEqual([
      '12:00 suspended Strike',
      '14:00 reinstated',
    ]);
    expect(said(published('09:00'), published('15:00', suspended('10:00', '14:00')))).toEqual([]);
  });

  it('reaches back in the first publication, before which nothing was judged', () => {
    expect(said(published('15:00', suspended('10:00', '14:00')))).toEqual([
      '10:00 suspended Strike',
      '14:00 reinstated',
    ]);
  });

  it('ends with the publication that no longer names it, but not with one that still does', () => {
    const first = published('09:00', suspended('10:00', '14:00'));
    expect(said(first, published('11:00'))).toEqual(['10:00 suspended Strike', '11:00 reinstated']);
    expect(said(first, published('11:00', suspended('10:00', '13:00')))).toEqual([
      '10:00 suspended Strike',
      '13:00 reinstated',
    ]);
  });

  it('never was where a publication before its beginning no longer names it', () => {
    expect(said(published('09:00', suspended('10:00', '14:00')), published('09:30'))).toEqual([]);
  });

  it('is told anew when another reason takes over', () => {
    const first = published('09:00', suspended('10:00', '14:00'));
    expect(said(first, published('11:00', suspended('10:00', '14:00', 'Flood')))).toEqual([
      '10:00 suspended Strike',
      '11:00 suspended Flood',
      '14:00 reinstated',
    ]);
  });

  it('meets another one without a gap', () => {
    const both = [suspended('10:00', '12:00'), suspended('12:00', '13:00', 'Flood')];
    const suspensions = both.flatMap((each) => each.suspensions ?? []);
    expect(said(published('09:00', { suspensions }))).toEqual([
      '10:00 suspended Strike',
      '12:00 suspended Flood',
      '13:00 reinstated',
    ]);
  });
});

describe('an end', () => {
  it('comes when the latest publication says so, with what becomes of running cycles', () => {
    expect(said(published('09:00', until('12:00')))).toEqual(['12:00 ended finish']);
    expect(said(published('09:00', until('12:00', 'cancel')))).toEqual(['12:00 ended cancel']);
  });

  it('does not come where it was put off in time', () => {
    expect(said(published('09:00', until('12:00')), published('11:00', until('15:00')))).toEqual([
      '15:00 ended finish',
    ]);
    expect(said(published('09:00', until('12:00')), published('11:00'))).toEqual([]);
  });

  it('is followed by a new life where it was put off too late', () => {
    expect(said(published('09:00', until('12:00')), published('13:00', until('15:00')))).toEqual([
      '12:00 ended finish',
      '15:00 ended finish',
    ]);
  });

  it('comes with its publication at the earliest, except with the first', () => {
    expect(said(published('09:00'), published('13:00', until('12:00')))).toEqual(['13:00 ended finish']);
    expect(said(published('13:00', until('12:00')))).toEqual(['12:00 ended finish']);
  });

  it('stays one where something else is published after it', () => {
    expect(said(published('09:00', until('12:00')), published('13:00', until('12:00')))).toEqual([
      '12:00 ended finish',
      '13:00 ended finish',
    ]);
  });
});
