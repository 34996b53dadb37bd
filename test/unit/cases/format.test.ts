import { FormatError, parseCases } from '../../cases/runner/format';
import { asked, fileWith, monday, office, scenario } from './support';

/** What is wrong with a file. */
function problems(content: object): readonly string[] {
  try {
    const { refused } = parseCases(JSON.stringify(fileWith(content)));
    return refused.flatMap((item) => item.problems);
  } catch (error) {
    if (error instanceof FormatError) return error.problems;
    throw error;
  }
}

const isWorking = { at: monday('12:00'), expect: true };
const created = { at: monday('09:00'), type: 'created', status: 'Open' };

describe('a file of cases', () => {
  it.each(['cases/1', 'heldout/1'])('may be in the format %s', (format) => {
    expect(problems({ format })).toEqual([]);
  });

  it('may say where it comes from, and remark on anything', () => {
    const remarks = { note: 'n', derived: true };
    const file = {
      source: 's',
      repo: 'r',
      licence: 'MIT',
      files: [{ path: 'p', commit: 'c' }],
      timeZoneNote: 't',
      semantics: ['a', 'b'],
      ...remarks,
      calendars: { office: { ...office, ...remarks } },
      cases: [asked('isWorking', { ...isWorking, ...remarks, file: 'p', title: 't', convention: 'signed' })],
      timers: [
        scenario({
          ...remarks,
          semantics: 's',
          baseChosen: true,
          toleranceSeconds: 1,
          priority: 'P1',
          config: remarks,
          events: [{ ...created, ...remarks, reason: 'r' }],
          checks: [{ at: monday('10:00'), expect: { note: 'n', status: 'late' }, ...remarks }],
        }),
      ],
    };
    expect(problems(file)).toEqual([]);
  });

  it('may say by null that something is not there', () => {
    const week = { mon: [['09:00', '17:00']], sun: null };
    const file = {
      files: null,
      calendars: {
        office: {
          ...office,
          weekly: week,
          holidays: null,
          annualHolidays: null,
          dateOverrides: null,
          breaks: null,
        },
      },
      cases: [
        asked('isWorking', {
          ...isWorking,
          quirk: null,
          oracle: null,
          reversed: null,
          convention: null,
          toleranceSeconds: null,
        }),
      ],
      timers: [
        scenario({
          targets: null,
          oracle: null,
          toleranceSeconds: null,
          config: { pauseStatuses: null, pausedMetrics: null, startAt: null },
          checks: [
            {
              at: monday('10:00'),
              expect: { responseThreshold: null },
              oracle: null,
              toleranceSeconds: null,
            },
          ],
        }),
      ],
    };
    expect(problems(file)).toEqual([]);
  });

  it.each<[string, object]>([
    ['colour', { colour: 1 }],
    ['files[0].colour', { files: [{ path: 'p', commit: 'c', colour: 1 }] }],
    ['calendars.office.colour', { calendars: { office: { ...office, colour: 1 } } }],
    ['calendars.office.weekly.monday', { calendars: { office: { ...office, weekly: { monday: [] } } } }],
    ['cases[0].colour', { cases: [asked('isWorking', { ...isWorking, colour: 1 })] }],
    ['cases[0].expectSeconds', { cases: [asked('isWorking', { ...isWorking, expectSeconds: 1 })] }],
    ['timers[0].colour', { timers: [scenario({ colour: 1 })] }],
    ['timers[0].targets.colour', { timers: [scenario({ targets: { colour: 1 } })] }],
    ['timers[0].config.colour', { timers: [scenario({ config: { colour: 1 } })] }],
    ['timers[0].events[0].colour', { timers: [scenario({ events: [{ ...created, colour: 1 }] })] }],
    [
      'timers[0].checks[0].colour',
      { timers: [scenario({ checks: [{ at: monday('10:00'), expect: {}, colour: 1 }] })] },
    ],
    [
      'timers[0].checks[0].expect.colourDueAt',
      { timers: [scenario({ checks: [{ at: monday('10:00'), expect: { colourDueAt: null } }] })] },
    ],
    [
      'timers[0].oracle[0].expect.colour',
      { timers: [scenario({ class: 'quirk', oracle: [{ at: monday('10:00'), expect: { colour: 1 } }] })] },
    ],
  ])('is refused for the unknown key %s', (path, content) => {
    expect(problems(content)).toEqual([`${path}: unknown key`]);
  });

  it.each<[string, object]>([
    ['format: Invalid type', { format: 'cases/2' }],
    [
      'calendars.office.timeZone: "Mars/Base" is no time zone',
      { calendars: { office: { ...office, timeZone: 'Mars/Base' } } },
    ],
    [
      'calendars.office.weekly.mon[0][1]: "25:00" is no time of day',
      { calendars: { office: { ...office, weekly: { mon: [['09:00', '25:00']] } } } },
    ],
    [
      'calendars.office.weekly.mon[0][0]: no interval starts at 24:00',
      { calendars: { office: { ...office, weekly: { mon: [['24:00', '01:00']] } } } },
    ],
    [
      'calendars.office.holidays[0]: "2026-02-30" is no date',
      { calendars: { office: { ...office, holidays: ['2026-02-30'] } } },
    ],
    [
      'calendars.office.annualHolidays[0]: "02-30" is no MM-DD',
      { calendars: { office: { ...office, annualHolidays: ['02-30'] } } },
    ],
    [
      'calendars.office.dateOverrides.2026-02-29: "2026-02-29" is no date',
      { calendars: { office: { ...office, dateOverrides: { '2026-02-29': [] } } } },
    ],
    [
      'cases[0].calendar: there is no calendar "other"',
      { cases: [{ ...asked('isWorking', isWorking), calendar: 'other' }] },
    ],
    [
      'timers[0].events[0].calendar: there is no calendar "other"',
      {
        timers: [scenario({ events: [{ at: monday('09:00'), type: 'calendarChanged', calendar: 'other' }] })],
      },
    ],
    ['cases[0].op: Invalid type', { cases: [asked('isHoliday', isWorking)] }],
    [
      'cases[0].at: "2026-11-16T12:00:00" is no instant',
      { cases: [asked('isWorking', { ...isWorking, at: '2026-11-16T12:00:00' })] },
    ],
    [
      'cases[0].at: "2026-11-31T12:00Z" is no instant',
      { cases: [asked('isWorking', { ...isWorking, at: '2026-11-31T12:00Z' })] },
    ],
    ['cases[0].expect: Invalid', { cases: [asked('isWorking', { at: monday('12:00') })] }],
    [
      'cases[0].oracle: a quirk needs its oracle',
      { cases: [asked('isWorking', { ...isWorking, quirk: true })] },
    ],
    ['timers[0].oracle: a quirk needs its oracle', { timers: [scenario({ class: 'quirk' })] }],
    [
      'timers[0].oracle: a quirk needs its oracle',
      { timers: [scenario({ checks: [{ at: monday('10:00'), expect: {}, quirk: true }] })] },
    ],
  ])('is refused where %s', (told, content) => {
    expect(problems(content)).toEqual([expect.stringContaining(told)]);
  });

  it('is refused where a key stands twice, since one would be lost', () => {
    const text = JSON.stringify(fileWith({})).replace('"mon":', '"tue":[],"mon":');
    expect(() => parseCases(text)).toThrow('calendars.office.weekly.tue: the key stands twice');
  });

  it('is refused when it is not JSON', () => {
    expect(() => parseCases('{')).toThrow(FormatError);
  });

  it.each<[string, object]>([
    ['under type', { at: monday('10:00'), type: 'comment', by: 'agent', public: true }],
    ['under kind', { at: monday('10:00'), kind: 'comment', by: 'agent', public: true }],
    ['under event', { at: monday('10:00'), event: 'comment', by: 'agent', public: true }],
    [
      'beside another key for its instant',
      { time: monday('10:00'), type: 'comment', by: 'agent', public: true },
    ],
    ['as the key of the rest', { at: monday('10:00'), comment: { by: 'agent', public: true } }],
  ])('may name what an event is %s', (_where, event) => {
    const text = JSON.stringify(fileWith({ timers: [scenario({ events: [created, event] })] }));
    expect(parseCases(text).timers[0]!.events[1]).toMatchObject({
      at: Date.parse(monday('10:00')),
      type: 'comment',
      by: 'agent',
      public: true,
    });
  });
});
