import { saveDefaults } from '../../../src/app/defaults';
import { saveTerm } from '../../../src/app/glossary';
import { SITE } from '../../../src/app/ports';
import { rulesOf } from '../../../src/app/rules';
import { saveCalendar } from '../../../src/app/save-calendar';
import { exportShared } from '../../../src/app/transfer/export-shared';
import { importFile, reviewImport } from '../../../src/app/transfer/import-file';
import { sitePlace } from '../../../src/app/transfer/import-shared';
import type { CalendarRecord } from '../../../src/domain/calendar/calendar';
import type { HolidaySet } from '../../../src/domain/calendar/holiday-set';
import { DEFAULTS_ID } from '../../../src/domain/defaults/site-defaults';
import { MOST_TERMS } from '../../../src/domain/glossary/term-rules';
import type { SharedBySite } from '../../../src/domain/transfer/shared';
import { nineToFive, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';
import { chineseTerm, term } from '../domain/glossary/terms';

const PROJECT = '10000';
const shared: CalendarRecord = { ...nineToFive, id: 'shared', name: 'Shared', holidaySets: ['feasts'] };
const feasts: HolidaySet = { id: 'feasts', name: 'Feasts', days: [{ yearly: '12-25', name: 'Christmas' }] };
const old: CalendarRecord = { ...nineToFive, id: 'old', name: 'Old', archived: true };

/** A site that nobody has set anything up on, whose project counts on nothing of it yet. */
function empty(): MemoryPorts {
  const ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  return ports;
}

async function filled(): Promise<MemoryPorts> {
  const ports = empty();
  const saving = { home: SITE, actor: 'ada', seen: 0 };
  await saveCalendar(ports, saving, { kind: 'holiday-set', doc: feasts });
  await saveCalendar(ports, saving, { kind: 'calendar', doc: shared });
  await saveCalendar(ports, saving, { kind: 'calendar', doc: old });
  for (const doc of [term('outage', 'downtime'), chineseTerm('工单'), term('depot')])
    expect(await saveTerm(ports, 'ada', doc, 0)).toEqual([]);
  expect(await saveTerm(ports, 'ada', { ...term('depot'), removed: true }, 1)).toEqual([]);
  expect(await saveDefaults(ports, 'ada', { id: DEFAULTS_ID, expiringDays: 45 }, 0)).toEqual([]);
  return ports;
}

let here: MemoryPorts;
let there: MemoryPorts;
let file: SharedBySite;
beforeEach(async () => {
  [here, there] = [await filled(), empty()];
  file = await exportShared(here);
});
const bring = (ports: MemoryPorts, what: SharedBySite, keep: string[] = [], seen?: number) =>
  importFile(ports, sitePlace(ports), 'kim', { file: what, keep, seen });
const reviewed = (ports: MemoryPorts, what: SharedBySite) =>
  reviewImport(ports, sitePlace(ports), { file: what, keep: [], seen: undefined });

/** Has an agreement of the project count on the site's calendar. */
async function countOnShared(ports: MemoryPorts): Promise<void> {
  const definitions = draft();
  for (const metric of definitions.agreements[0]!.metrics)
    for (const goal of metric.goals) goal.calendar = 'shared';
  expect(await importDefinitions(ports, PROJECT, 'sam', { ...definitions, calendars: [] })).toMatchObject({
    problems: [],
  });
}

describe('what all projects of a site share', () => {
  it('is the same again on another site, without what was taken out, by one change', async () => {
    expect(file).toEqual({
      holidaySets: [feasts],
      calendars: [old, shared],
      terms: [term('outage', 'downtime'), chineseTerm('工单')],
      defaults: { expiringDays: 45 },
    });
    expect(await bring(there, file)).not.toHaveProperty('problems');
    expect(await exportShared(there)).toEqual(file);
    expect(there.changes).toMatchObject([{ project: SITE, actor: 'kim', action: 'import' }]);
    expect(there.changes[0]?.revisions).toHaveLength(6);
  });

  it('is exported where nobody has set anything up, and brings the product’s own defaults', async () => {
    const nothing = await exportShared(there);
    expect(nothing).toEqual({ holidaySets: [], calendars: [], terms: [], defaults: {} });
    expect(await bring(here, nothing)).toMatchObject({
      compared: [{ kind: 'defaults', id: 'defaults', what: 'changed' }],
    });
    expect((await exportShared(here)).defaults).toEqual({});
  });

  it('brought to where it came from changes nothing', async () => {
    const before = here.changes.length;
    const outcome = await bring(here, file);
    expect('compared' in outcome && outcome.compared.map(({ what }) => what)).toEqual(
      Array.from({ length: 6 }, () => 'same'),
    );
    expect(here.changes).toHaveLength(before);
  });

  it('has the issues of projects that count on it judged by it', async () => {
    await countOnShared(here);
    const version = async () => (await rulesOf(here, PROJECT)).book.version;
    const before = await version();
    await bring(here, { ...file, terms: [term('hub')] });
    expect(await version()).toBe(before);
    await bring(here, { ...file, holidaySets: [{ ...feasts, days: [{ yearly: '01-01', name: 'New' }] }] });
    expect(await version()).not.toBe(before);
  });
});

describe('a review of an import', () => {
  it('says what becomes of each record, without asking Jira, and changes nothing', async () => {
    const fails = () => Promise.reject(new Error('asked Jira'));
    there.projectFields.in = fails;
    await saveTerm(there, 'sam', { ...term('outage'), otherWords: ['failure'] }, 0);
    await saveDefaults(there, 'sam', { id: DEFAULTS_ID, expiringDays: 60 }, 0);
    await saveCalendar(there, { home: SITE, actor: 'sam', seen: 0 }, { kind: 'holiday-set', doc: feasts });
    const before = there.changes.length;
    expect(await reviewed(there, file)).toMatchObject({
      compared: [
        { kind: 'holiday-set', id: 'feasts', name: 'Feasts', what: 'same' },
        { kind: 'calendar', id: 'old', name: 'Old', what: 'new' },
        { kind: 'calendar', id: 'shared', name: 'Shared', what: 'new' },
        { kind: 'term', id: 'outage', name: 'outage', what: 'changed' },
        { kind: 'term', id: 'zh-工单', name: '工单', what: 'new' },
        { kind: 'defaults', id: 'defaults', what: 'changed' },
      ],
      warnings: [],
    });
    expect(there.changes).toHaveLength(before);
  });

  it('is out of date once somebody has changed anything of the site since', async () => {
    const review = await reviewed(there, file);
    if (!('state' in review)) throw new Error('refused');
    await saveTerm(there, 'sam', term('hub'), 0);
    expect(await bring(there, file, [], review.state)).toMatchObject({
      problems: [{ code: 'record.newer' }],
    });
    const again = await reviewed(there, file);
    if (!('state' in again)) throw new Error('refused');
    expect(await bring(there, file, [], again.state)).not.toHaveProperty('problems');
  });
});

describe('an import', () => {
  it('leaves as it is here what is to be kept, and what the file does not name', async () => {
    const own = { ...term('outage'), otherWords: ['failure'] };
    await saveTerm(there, 'sam', own, 0);
    await saveTerm(there, 'sam', term('hub'), 0);
    await saveDefaults(there, 'sam', { id: DEFAULTS_ID, expiringDays: 60 }, 0);
    await bring(there, file, ['term outage', 'defaults defaults', 'calendar old']);
    expect(await exportShared(there)).toEqual({
      holidaySets: [feasts],
      calendars: [shared],
      terms: [term('hub'), own, chineseTerm('工单')],
      defaults: { expiringDays: 60 },
    });
  });

  it('brings a term back that was taken out, as its next revision', async () => {
    await bring(here, { ...file, terms: [term('depot', 'store')] });
    const terms = await here.records.documents(SITE, 'term');
    expect(terms.find(({ doc }) => doc.id === 'depot')).toMatchObject({
      seq: 3,
      doc: term('depot', 'store'),
    });
  });

  it('of terms alone judges no issue anew', async () => {
    await bring(here, { ...file, terms: [term('hub')] });
    expect(here.changes.at(-1)).toMatchObject({ project: SITE, action: 'write' });
  });

  it.each<[string, string, (spoilt: SharedBySite) => SharedBySite]>([
    [
      'term.twice',
      'terms[1].otherWords',
      (whole) => ({ ...whole, terms: [whole.terms[0]!, term('hub', 'Downtime')] }),
    ],
    ['term.no-meaning', 'terms[0].en.meaning', (whole) => ({ ...whole, terms: [meaningless] })],
    [
      'definition.id-twice',
      'terms[1].id',
      (whole) => ({ ...whole, terms: [term('hub'), { ...chineseTerm('集线器'), id: 'hub' }] }),
    ],
    [
      'term.too-many',
      'terms',
      (whole) => ({ ...whole, terms: Array.from({ length: MOST_TERMS + 1 }, (_, at) => term(`word ${at}`)) }),
    ],
    [
      'defaults.out-of-bounds',
      'defaults.expiringDays',
      (whole) => ({ ...whole, defaults: { expiringDays: 0 } }),
    ],
    [
      'defaults.unknown-zone',
      'defaults.timeZone',
      (whole) => ({ ...whole, defaults: { timeZone: 'Mars/Base' } }),
    ],
    [
      'calendar.unknown-holiday-set',
      'calendars[1].holidaySets[0]',
      (whole) => ({ ...whole, holidaySets: [] }),
    ],
    ['definition.id-twice', 'calendars[2].id', (whole) => ({ ...whole, calendars: [old, shared, shared] })],
  ])('is refused as a whole for %s at %s', async (code, path, spoilt) => {
    const outcome = await bring(there, spoilt(file));
    expect('problems' in outcome && outcome.problems.map((found) => [found.code, found.path])).toContainEqual(
      [code, path],
    );
    expect(there.changes).toEqual([]);
  });

  it('tells a mistake by its place in the whole file, whatever is kept', async () => {
    const terms = [...file.terms, meaningless];
    const outcome = await bring(here, { ...file, terms }, ['term outage']);
    expect('problems' in outcome && outcome.problems.map(({ path }) => path)).toEqual([
      'terms[2].en.meaning',
    ]);
  });

  it('puts nothing away that is in use here', async () => {
    await countOnShared(here);
    const calendars = [old, { ...shared, archived: true as const }];
    expect(await bring(here, { ...file, calendars })).toMatchObject({
      problems: [{ code: 'record.in-use', path: 'calendars[1]', details: { by: 'Desk' } }],
    });
    const holidaySets = [{ ...feasts, archived: true as const }];
    expect(await bring(here, { ...file, holidaySets })).toMatchObject({
      problems: [{ code: 'record.in-use', path: 'holidaySets[0]', details: { by: 'Shared' } }],
    });
    const { holidaySets: _sets, ...onItsOwn } = shared;
    expect(await bring(here, { ...file, holidaySets, calendars: [onItsOwn] })).not.toHaveProperty('problems');
  });
});

const meaningless = { ...term('hub'), en: { name: 'hub', meaning: '' } };
