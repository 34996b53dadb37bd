import {
  added,
  agreement,
  calendar,
  doing,
  format,
  goal,
  inAction,
  inGoal,
  inMetric,
  manyDates,
  metric,
  nested,
  newIssue,
  replaced,
  stopAtDone,
  withException,
  withSet,
  written,
  type Mistakes,
} from './spoilt-files';

/** Text that is no definitions file, or says something that no such file says. */
export const fileMistakes: Mistakes = {
  'file.key-twice': [
    ['agreements', () => replaced(/}$/, ',"agreements":[]}')],
    [`${inGoal}.within`, () => replaced('"within":"4h"', '"within":"4h","\\u0077ithin" : "8h"')],
  ],
  'file.missing': [
    ['calendars', () => JSON.stringify({ format, agreements: [] })],
    ['calendars[0].exceptions[0].date', () => withException('"hours":[]')],
    ['calendars[0].exceptions[0].to', () => withException('"from":"2026-12-24","hours":[]')],
    [
      'calendars[0].interruptions[0].name',
      () => replaced('"exceptions":[]', '"interruptions":[{"date":"2026-12-24","hours":[]}]'),
    ],
    [`${inGoal}.calendar`, () => replaced('"within":"4h","calendar":"office"', '"within":"4h"')],
    [`${inGoal}.onBusinessDay`, () => replaced('"within":"4h"', '"by":"16:00"')],
    [`${inGoal}.unit`, () => replaced('"within":"4h"', '"withinField":"priority"')],
    [`${inMetric}.goalChange.longer`, () => added('"goalChange":{"shorter":"carry"}')],
  ],
  'file.more': [
    [
      '',
      () =>
        written(
          (file) =>
            (file.agreements = Array.from({ length: 300 }, () => ({ ...agreement(file), timeZone: 'Mars' }))),
        ),
    ],
  ],
  'file.not-json': [
    ['', () => ''],
    ['', () => '{"format": '],
    ['', () => `${written()}}`],
    ['', () => written().replaceAll('"', "'")],
    ['', () => replaced('"4h"', 'NaN')],
    ['', () => replaced('Desk', 'De\0sk')],
    ['', () => '['.repeat(300_000)],
  ],
  'file.too-deep': [
    [
      expect.stringMatching(/^agreements\[0\]\.metrics\[0\]\.goals\[0\]\.when\.all\[0\]\.all/),
      () => written((file) => (goal(file).when = nested(1_000))),
    ],
    [expect.stringMatching(/^\[0\]\[0\]/), () => `${'['.repeat(190_000)}${']'.repeat(190_000)}`],
  ],
  'file.unexpected': [
    ['holidays', () => replaced(/}$/, ',"holidays":[]}')],
    [`${inMetric}.start.creatd`, () => replaced('"created"', '"creatd"')],
    ['__proto__', () => replaced('{', '{"__proto__":{"polluted":true},')],
    [
      `${inGoal}.when.constructor`,
      () => replaced('"in":["P1"]', '"in":["P1"],"constructor":{"prototype":{}}'),
    ],
    [
      'calendars[0].exceptions[0].to',
      () => withException('"date":"2026-12-24","to":"2026-12-26","hours":[]'),
    ],
    [
      'calendars[0].exceptions[0].from',
      () => withException('"yearly":"12-24","from":"2026-12-26","hours":[]'),
    ],
    [
      `${inMetric}.stop.begins.in`,
      () => replaced(stopAtDone, '{"begins":{"field":"assignee","memberOf":["A"],"in":["B"]}}'),
    ],
    ['calendars[0].toString', () => replaced('"id":"office"', '"id":"office","toString":1')],
  ],
  'file.wrong': [
    ['', () => 'null'],
    ['', () => '"service-levels/1"'],
    ['format', () => replaced(format, 'service-levels/2')],
    ['format', () => replaced(`"${format}"`, '1e999')],
    ['calendars', () => JSON.stringify({ format, calendars: {}, agreements: [] })],
    ['calendars[0].id', () => replaced(/office/g, 'Office Hours')],
    ['calendars[0].name', () => replaced('"Office"', '"  "')],
    ['calendars[0].name', () => replaced('"Office"', '"Off\\u0000ice"')],
    [
      'calendars[0].exceptions[0].name',
      () => withException(`"date":"2026-12-24","hours":[],"name":"${'x'.repeat(121)}"`),
    ],
    [
      'calendars[0].exceptions[0].name',
      () => withException('"date":"2026-12-24","hours":[],"name":"Christmas\\tEve"'),
    ],
    [
      'calendars[0].holidaySets',
      () => withSet((_set, file) => (calendar(file).holidaySets = manyDates.slice(0, 21))),
    ],
    ['holidaySets[0].name', () => withSet((set) => (set.name = ' '))],
    ['agreements[0].name', () => replaced('"Desk"', `"${'x'.repeat(121)}"`)],
    ['agreements[0].kind', () => replaced('"SLA"', '"SLO"')],
    [`${inGoal}.within`, () => replaced('"4h"', '14400')],
    [`${inGoal}.within`, () => replaced('"4h"', '-1e400')],
    [`${inMetric}.cycles`, () => replaced('"every"', '"sometimes"')],
    [`${inMetric}.start.created`, () => replaced('"created":true', '"created":"true"')],
    [`${inMetric}.goalChange`, () => added('"goalChange":"carried"')],
    [`${inMetric}.goalChange.shorter`, () => added('"goalChange":{"shorter":1,"longer":"carry"}')],
    [`${inMetric}.stop.assigned`, () => replaced(stopAtDone, '{"assigned":"somebody"}')],
    [`${inMetric}.thresholds[0]`, () => added('"thresholds":["50%"]')],
    [`${inAction}.label`, () => doing('{"label":"two words"}')],
    [`${inAction}.public`, () => doing('{"comment":"Soon","public":false}')],
    [`${inAction}.watcher`, () => doing('{"watcher":"../kim"}')],
    [
      `${inAction}.linkedIssue.project`,
      () => doing(`{"linkedIssue":${newIssue.replace('10000', 'ITSD')},"summary":"A"}`),
    ],
    [
      'agreements[0].suspensions[0].reason',
      () =>
        written((file) => (agreement(file).suspensions = [{ from: '2026-01-01', reason: 'x'.repeat(501) }])),
    ],
    [inGoal, () => written((file) => (metric(file).goals = [4 as never]))],
    ['file', () => written().padEnd(400_001)],
  ],
};
