import { importDefinitions } from '../../support/import-definitions';
import { SITE } from '../../../src/app/ports';
import { rulesOf } from '../../../src/app/rules';
import { saveCalendar } from '../../../src/app/save-calendar';
import { viewCalendars } from '../../../src/app/view-calendars';
import type { CalendarRecord } from '../../../src/domain/calendar/calendar';
import type { HolidaySet } from '../../../src/domain/calendar/holiday-set';
import { onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const mornings: CalendarRecord = {
  id: 'mornings',
  name: 'Mornings',
  timeZone: 'Europe/Berlin',
  weekly: { mon: [['08:00', '12:00']] },
  exceptions: [],
};
const feasts: HolidaySet = { id: 'feasts', name: 'Feasts', days: [{ yearly: '12-25', name: 'Christmas' }] };

let ports: MemoryPorts;
const save = (doc: CalendarRecord, seen: number, home = PROJECT) =>
  saveCalendar(ports, { home, actor: 'sam', seen }, { kind: 'calendar', doc });
const saveSet = (doc: HolidaySet, seen: number, home = PROJECT) =>
  saveCalendar(ports, { home, actor: 'sam', seen }, { kind: 'holiday-set', doc });
const office = async () => {
  const { revisions } = await viewCalendars(ports, PROJECT);
  const found = revisions.find(({ kind, doc }) => kind === 'calendar' && doc.id === 'office');
  return found?.doc as CalendarRecord;
};

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  ports.turns.length = 0;
  ports.now = onWednesday('13:00');
});

describe('a calendar', () => {
  it('is saved as its next revision, which the agreements that count on it take over', async () => {
    expect(await save({ ...(await office()), name: 'Long days' }, 1)).toEqual({ revision: 2 });
    const { revisions, uses } = await viewCalendars(ports, PROJECT);
    expect(revisions.map(({ doc, seq }) => [doc.name, seq])).toContainEqual(['Long days', 2]);
    expect(uses.get('office')).toMatchObject([{ project: PROJECT }]);
    expect(ports.turns).toHaveLength(1);
  });

  it('that nothing counts on has no issue judged anew', async () => {
    expect(await save(mornings, 0)).toEqual({ revision: 1 });
    expect(ports.turns).toEqual([]);
    expect(ports.changes.at(-1)).toMatchObject({ action: 'prepare', actor: 'sam' });
  });

  it('is saved once when nothing about it has changed', async () => {
    await save(mornings, 0);
    const changes = ports.changes.length;
    expect(await save(mornings, 1)).toEqual({ revision: 1 });
    expect(ports.changes).toHaveLength(changes);
  });

  it('is not saved over what somebody else has saved meanwhile', async () => {
    await save(mornings, 0);
    await save({ ...mornings, name: 'By Sam' }, 1);
    expect(await save({ ...mornings, name: 'By Alex' }, 1)).toMatchObject({
      problems: [{ code: 'record.newer' }],
    });
    expect(await save({ ...mornings, name: 'Another one' }, 0)).toMatchObject({
      problems: [{ code: 'record.newer' }],
    });
  });

  it('with mistakes is not saved, and each is named with its place', async () => {
    const wrong = { ...mornings, timeZone: 'Europe/Nowhere', weekly: { tue: [['25:00', '12:00'] as const] } };
    const outcome = await save(wrong, 0);
    expect(outcome).toMatchObject({
      problems: [{ path: 'doc.timeZone' }, { path: expect.stringMatching(/^doc\.weekly\.tue/) as string }],
    });
    expect(await save({ ...mornings, holidaySets: ['nobody'] }, 0)).toMatchObject({
      problems: [{ code: 'calendar.unknown-holiday-set', path: 'doc.holidaySets[0]' }],
    });
  });

  it('can be put away only while no agreement counts on it', async () => {
    const name = (await viewCalendars(ports, PROJECT)).uses.get('office')?.[0]?.agreement.name;
    expect(await save({ ...(await office()), archived: true }, 1)).toMatchObject({
      problems: [{ code: 'record.in-use', details: { by: name } }],
    });
    await save(mornings, 0);
    expect(await save({ ...mornings, archived: true }, 1)).toEqual({ revision: 2 });
    expect(await save(mornings, 2)).toEqual({ revision: 3 });
  });
});

describe('a holiday set', () => {
  it('reaches every calendar that refers to it', async () => {
    await saveSet(feasts, 0);
    await save({ ...(await office()), holidaySets: ['feasts'] }, 1);
    ports.turns.length = 0;
    await saveSet({ ...feasts, days: [...feasts.days, { yearly: '01-01', name: 'New Year' }] }, 1);
    expect(ports.turns).toHaveLength(1);
  });

  it('can be put away only while no calendar refers to it', async () => {
    await saveSet(feasts, 0);
    await save({ ...mornings, holidaySets: ['feasts'] }, 0);
    expect(await saveSet({ ...feasts, archived: true }, 1)).toMatchObject({
      problems: [{ code: 'record.in-use', details: { by: 'Mornings' } }],
    });
  });

  it('without days is refused', async () => {
    expect(await saveSet({ ...feasts, days: [] }, 0)).toMatchObject({
      problems: [{ code: 'calendar.no-holiday', path: 'doc.days' }],
    });
  });
});

describe('what the site shares', () => {
  it('can be counted on by every project, and says where it is', async () => {
    await save(mornings, 0, SITE);
    const file = draft();
    for (const metric of file.agreements[0]!.metrics)
      for (const goal of metric.goals) goal.calendar = 'mornings';
    expect(await importDefinitions(ports, PROJECT, 'sam', { ...file, calendars: [] })).toMatchObject({
      problems: [],
    });
    const { revisions } = await viewCalendars(ports, PROJECT);
    expect(revisions.find(({ doc }) => doc.id === 'mornings')).toMatchObject({ home: 'site' });
    expect((await viewCalendars(ports, SITE)).uses.get('mornings')).toMatchObject([{ project: PROJECT }]);
    expect(await save({ ...mornings, archived: true }, 1, SITE)).toMatchObject({
      problems: [{ code: 'record.in-use' }],
    });
  });

  it('is not what a project has of its own under the same name', async () => {
    await save({ ...mornings, id: 'office', name: 'Of the site' }, 0, SITE);
    expect((await office()).name).not.toBe('Of the site');
    expect((await viewCalendars(ports, SITE)).uses.get('office')).toBeUndefined();
    expect(await save({ ...(await office()), name: 'Own' }, 1)).toEqual({ revision: 2 });
  });

  it('has issues judged anew in the projects that count on it, and in no others', async () => {
    await save(mornings, 0, SITE);
    await importDefinitions(ports, '10001', 'sam', draft());
    const file = draft();
    for (const metric of file.agreements[0]!.metrics)
      for (const goal of metric.goals) goal.calendar = 'mornings';
    await importDefinitions(ports, PROJECT, 'sam', { ...file, calendars: [] });
    const before = await versions();
    await save({ ...mornings, name: 'Later mornings' }, 1, SITE);
    const after = await versions();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  const versions = async () =>
    Promise.all([PROJECT, '10001'].map(async (project) => (await rulesOf(ports, project)).book.version));
});
