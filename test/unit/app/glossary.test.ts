import { defaultOf, saveDefaults, viewDefaults } from '../../../src/app/defaults';
import { importDefinitions } from '../../support/import-definitions';
import { readDraft } from '../../../src/app/publish-draft';
import { viewAgreements } from '../../../src/app/view-agreements';
import { addReadyTerms, saveTerm, viewGlossary } from '../../../src/app/glossary';
import { DEFAULTS_ID } from '../../../src/domain/defaults/site-defaults';
import { readyTerms } from '../../../src/domain/glossary/ready-terms';
import { onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';
import { term } from '../domain/glossary/terms';

const PROJECT = '10000';
const text = draft().agreements[0]!;

let ports: MemoryPorts;
beforeEach(() => {
  ports = memoryPorts(onWednesday('12:00'));
});

const names = async () =>
  (await viewGlossary(ports)).terms.flatMap(({ doc }) => (doc.removed ? [] : (doc.en?.name ?? doc.id)));

describe('the site’s glossary', () => {
  it('loses nobody’s words: two people write different terms, and nobody overwrites what they have not seen', async () => {
    expect(await saveTerm(ports, 'sam', term('depot'), 0)).toEqual([]);
    expect(await saveTerm(ports, 'kim', term('hub'), 0)).toEqual([]);
    expect(await saveTerm(ports, 'kim', term('depot', 'store'), 0)).toMatchObject([{ code: 'record.newer' }]);
    expect(await saveTerm(ports, 'kim', term('depot', 'store'), 1)).toEqual([]);
    // Whoever did not hear of it saves once more.
    expect(await saveTerm(ports, 'kim', term('depot', 'store'), 1)).toEqual([]);
    expect(await names()).toEqual(['depot', 'hub']);
  });

  it('has no twins', async () => {
    await saveTerm(ports, 'sam', term('depot', 'store'), 0);
    expect(await saveTerm(ports, 'kim', { ...term('Store'), id: 'other' }, 0)).toMatchObject([
      { code: 'term.twice', details: { word: 'Store', other: 'depot' } },
    ]);
    await saveTerm(ports, 'sam', { ...term('depot', 'store'), removed: true }, 1);
    expect(await saveTerm(ports, 'kim', { ...term('Store'), id: 'other' }, 0)).toEqual([]);
    expect(await names()).toEqual(['Store']);
  });

  it('begins with ready-made terms, without those that it explains already', async () => {
    await saveTerm(ports, 'sam', { ...term('downtime', 'outage'), id: 'downtime' }, 0);
    const { ready } = await viewGlossary(ports);
    expect(readyTerms.length - ready.length).toBe(1);
    await addReadyTerms(ports, 'sam');
    await addReadyTerms(ports, 'sam');
    expect((await viewGlossary(ports)).ready).toEqual([]);
    expect(ports.changes).toHaveLength(2);
    expect(await names()).toContain('service level agreement');
  });

  it('brings a ready-made term back that was taken out', async () => {
    await addReadyTerms(ports, 'sam');
    const [sla] = readyTerms;
    await saveTerm(ports, 'sam', { ...sla!, removed: true }, 1);
    expect(await names()).not.toContain('service level agreement');
    await addReadyTerms(ports, 'sam');
    expect(await names()).toContain('service level agreement');
  });
});

describe('the site’s defaults', () => {
  it('are the product’s until somebody chooses others, and again afterwards', async () => {
    expect(await viewDefaults(ports)).toEqual({ record: { id: DEFAULTS_ID }, revision: 0 });
    expect(await defaultOf(ports, 'expiringDays')).toBe(30);
    expect(await saveDefaults(ports, 'sam', { id: DEFAULTS_ID, expiringDays: 45 }, 0)).toEqual([]);
    expect(await defaultOf(ports, 'expiringDays')).toBe(45);
    expect(await saveDefaults(ports, 'kim', { id: DEFAULTS_ID, expiringDays: 60 }, 0)).toMatchObject([
      { code: 'record.newer' },
    ]);
    expect(await saveDefaults(ports, 'kim', { id: DEFAULTS_ID, expiringDays: 0 }, 1)).toMatchObject([
      { code: 'defaults.out-of-bounds' },
    ]);
    expect(await saveDefaults(ports, 'kim', { id: DEFAULTS_ID }, 1)).toEqual([]);
    expect(await defaultOf(ports, 'expiringDays')).toBe(30);
  });

  it('say from when on an agreement of any project counts as expiring', async () => {
    for (const [field, known] of projectValues) ports.values.set(field, known);
    const ending = { ...text, effectiveTo: '2026-12-28' };
    await importDefinitions(ports, PROJECT, 'sam', { ...draft(), agreements: [ending] });
    const state = async () => (await viewAgreements(ports, PROJECT))[0]?.state;
    expect(await state()).toBe('in-force');
    await saveDefaults(ports, 'sam', { id: DEFAULTS_ID, expiringDays: 45 }, 0);
    expect(await state()).toBe('expiring');
  });
});

it('a draft that gives a term of the site another meaning is told so before it is published', async () => {
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  await saveTerm(ports, 'sam', term('outage'), 0);
  const details = { sections: [{ kind: 'glossary', text: 'Outage: five minutes' } as const] };
  const { problems, warnings } = await readDraft(ports, PROJECT, { ...text, name: 'Desk', details });
  expect(problems).toEqual([]);
  expect(warnings).toContainEqual({
    code: 'term.redefined',
    path: 'details.sections[0].text',
    details: { word: 'Outage' },
  });
});
