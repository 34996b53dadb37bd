import { SITE } from '../../../src/app/ports';
import { packed, unpacked } from '../../../src/contract/packed-text';
import { LONGEST_FILE } from '../../../src/contract/transfer';
import { draft } from '../../support/definitions';
import { SettingsPage } from '../../contract/definitions-file/settings-page';
import { written } from '../../contract/definitions-file/spoilt-files';

const shared = {
  format: 'service-levels-site/1',
  holidaySets: [{ id: 'feasts', name: 'Feasts', days: [{ yearly: '12-25', name: 'Christmas' }] }],
  calendars: [{ ...draft().calendars[0], holidaySets: ['feasts'] }],
  terms: [{ id: 'hub', en: { name: 'hub', meaning: 'Where wires meet.' }, otherWords: ['switch'] }],
  defaults: { expiringDays: 45 },
};

let page: SettingsPage;
beforeEach(() => {
  page = new SettingsPage();
});
const valueOf = (answer: unknown) => (answer as { value: Record<string, unknown> }).value;

describe('a packed definitions file', () => {
  it('is read as if it had not been packed, and what is exported is packed and can be imported', async () => {
    const file = { gzip: await packed(written()) };
    expect(valueOf(await page.call('reviewImport', { file }))).toMatchObject({
      compared: [{ kind: 'calendar' }, { kind: 'agreement' }].map((record) => ({ ...record, what: 'new' })),
    });
    expect(page.ports.changes).toEqual([]);
    expect(valueOf(await page.call('importDefinitions', { file }))).toMatchObject({ changed: 2 });
    const out = valueOf(await page.call('exportDefinitions', {}));
    expect(JSON.parse((await unpacked(String(out['gzip']), LONGEST_FILE))!)).toMatchObject({
      format: 'service-levels/1',
      agreements: [{ name: 'Desk' }],
    });
    expect(valueOf(await page.call('importDefinitions', { file: out }))).toMatchObject({
      changed: 0,
      unchanged: 2,
    });
  });

  it.each<[string, () => Promise<string>]>([
    ['no base64', async () => '§'],
    ['not packed', async () => btoa('{}')],
    ['cut off', async () => (await packed(written())).slice(0, 100)],
    ['too long once it is unpacked', () => packed(' '.repeat(LONGEST_FILE + 1))],
  ])('that is %s is refused', async (_what, gzip) => {
    for (const call of ['reviewImport', 'importDefinitions'])
      expect(await page.call(call, { file: { gzip: await gzip() } })).toMatchObject({
        ok: false,
        problems: [{ code: 'transfer.not-unpacked' }],
      });
  });

  it('carries any text there and back', async () => {
    for (const text of ['', 'ä调休 🙂', 'x'.repeat(1_000_000)])
      expect(await unpacked(await packed(text), LONGEST_FILE)).toBe(text);
  });
});

describe('a site file', () => {
  it('is read, packed or not, brought in and given out as it came', async () => {
    const file = { gzip: await packed(JSON.stringify(shared)) };
    for (const sent of [file, JSON.stringify(shared)])
      expect(valueOf(await page.call('reviewSiteImport', { file: sent }))).toMatchObject({
        compared: ['holiday-set', 'calendar', 'term', 'defaults'].map((kind) => ({ kind, what: 'new' })),
        warnings: [],
      });
    expect(page.ports.changes).toEqual([]);
    const imported = await page.call('importSite', { file, keep: ['term hub'] });
    expect(valueOf(imported)).toEqual({ changed: 3, unchanged: 0, warnings: [] });
    expect(page.ports.changes).toMatchObject([{ project: SITE, actor: 'sam', action: 'import' }]);
    expect(valueOf(await page.call('importSite', { file }))).toMatchObject({ changed: 1, unchanged: 3 });
    const out = valueOf(await page.call('exportSite', {}));
    expect(JSON.parse((await unpacked(String(out['gzip']), LONGEST_FILE))!)).toEqual(shared);
  });

  it('may be as short as its format', async () => {
    const file = JSON.stringify({ format: shared.format });
    expect(valueOf(await page.call('importSite', { file }))).toMatchObject({ changed: 0, unchanged: 0 });
  });

  it.each([
    ['reviewSiteImport', 'transfer.of-project', written()],
    ['importSite', 'transfer.of-project', written()],
    ['reviewImport', 'transfer.of-site', JSON.stringify(shared)],
    ['importDefinitions', 'transfer.of-site', JSON.stringify(shared)],
    ['importDefinitions', 'transfer.of-site', JSON.stringify({ format: shared.format, calendars: 'spoilt' })],
  ])('at the other’s place is told where it belongs: %s says %s', async (call, code, file) => {
    expect(await page.call(call, { file })).toMatchObject({
      ok: false,
      refusal: 'bad-input',
      problems: [{ code, path: 'format' }],
    });
    expect(page.ports.changes).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['agreements', { agreements: [] }, 'agreements'],
    ['services', { services: [] }, 'services'],
    ['a term that is taken out', { terms: [{ ...shared.terms[0], removed: true }] }, 'terms[0].removed'],
    ['a record of defaults', { defaults: { id: 'defaults' } }, 'defaults.id'],
  ])('with %s is refused', async (_what, more, path) => {
    const file = JSON.stringify({ ...shared, ...more });
    expect(await page.call('importSite', { file })).toMatchObject({
      problems: [{ code: 'file.unexpected', path }],
    });
  });

  it('nor does a definitions file carry what the site shares', async () => {
    for (const name of ['terms', 'defaults'] as const) {
      const file = JSON.stringify({ ...(JSON.parse(written()) as object), [name]: shared[name] });
      expect(await page.call('importDefinitions', { file })).toMatchObject({
        problems: [{ code: 'file.unexpected', path: name }],
      });
    }
  });

  it('is for Jira administrators alone, who need not administer a project', async () => {
    page.ports.mayAdminister = false;
    for (const call of ['exportSite', 'reviewSiteImport', 'importSite'])
      expect(await page.call(call, { file: JSON.stringify(shared) })).toMatchObject({
        refusal: 'not-allowed',
      });
    [page.ports.mayAdminister, page.ports.mayConfigure] = [true, false];
    expect(await page.call('importSite', { file: JSON.stringify(shared) })).toMatchObject({ ok: true });
  });
});
