import { packed, unpacked } from '../../../src/contract/packed-text';
import { LONGEST_FILE } from '../../../src/contract/transfer';
import { SettingsPage } from '../../contract/definitions-file/settings-page';
import { written } from '../../contract/definitions-file/spoilt-files';

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
