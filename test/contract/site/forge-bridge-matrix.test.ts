import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hostScript } from '../../site/forge/host-script';
import { modelled, refused, refusedForms } from './bridge-matrix';
import { ANN, PLACE, startSite, type Site } from './forge-fixture';

/** The commands that the installed package sends. */
function commandsOfTheSdk(): string[] {
  const folder = dirname(require.resolve('@forge/bridge'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/callBridge\)?\(\s*['"](\w+)['"]/g)].map(
      ([, command = '']) => command,
    ),
  );
  return [...new Set(found)].sort();
}

describe('the bridge’s matrix', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  test('names every command of the installed SDK, and no other', () => {
    expect([...modelled, ...refused].sort()).toEqual(commandsOfTheSdk());
  });

  test.each(modelled)('%s: a journey in a browser shows it', (command) => {
    const journeys = ['bridge', 'slots'].map((name) =>
      readFileSync(join(__dirname, `../../e2e/${name}.spec.ts`), 'utf8'),
    );
    expect(journeys.join()).toMatch(new RegExp(`shows\\(\\s*'${command}',`));
  });

  test.each(refused)('%s: nobody answers it, and the server refuses it by name', async (command) => {
    expect(hostScript()).not.toMatch(new RegExp(`\\b${command}\\b`));
    await expect(site.forge.bridge(command, {}, ANN, PLACE)).rejects.toThrow(
      `Not modelled by the site: bridge ${command}`,
    );
    expect(site.forge.unmodelled()).toContain(`bridge ${command}`);
  });

  test.each(refusedForms)('%s %j: refused by name', async (command, payload, name) => {
    await expect(site.forge.bridge(command, payload, ANN, PLACE)).rejects.toThrow(
      `Not modelled by the site: ${name}`,
    );
    expect(site.forge.unmodelled()).toContain(name);
  });

  test('the SDK itself, in the place of a page: what is refused reaches the app as the SDK has it', async () => {
    const callBridge = (command: string, payload: unknown) => site.forge.bridge(command, payload, ANN, PLACE);
    Object.assign(globalThis, { __bridge: { callBridge } });
    const sdk = await import('@forge/bridge');
    await expect(sdk.invoke('echo', { a: 1 })).resolves.toMatchObject({
      payload: { a: 1 },
      context: { accountId: 'ann', accountType: 'licensed' },
    });
    await expect(sdk.realtime.publish('channel', {})).rejects.toThrow('publishRealtimeChannel');
    await expect(sdk.rovo.isEnabled()).rejects.toThrow('isRovoEnabled');
    await expect(new sdk.Modal({ size: 'resizable' }).open()).rejects.toThrow('Unable to open modal.');
    expect(await sdk.getCookieConsentPreferences()).toBeNull();
  });
});

describe('pages of modals', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());
  const open = (resource: string | null) =>
    site.forge.bridge('openModal', { resource, size: 'medium' }, ANN, PLACE);

  test('are found by resource and entry', async () => {
    expect(await open('pages/edit')).toEqual({ page: '/pages/edit.html' });
    expect(await open(null)).toEqual({ page: null });
  });

  test.each(['pages/nowhere', 'nowhere', 'pages', 'pages/renamed', ''])(
    '%p: there is none',
    async (resource) => {
      await expect(open(resource)).rejects.toThrow('There is no page');
    },
  );

  test('customers are told apart for the resolver, which the page cannot forge', async () => {
    const customer = { ...ANN, unlicensed: 'customer' as const };
    const answer = await site.forge.bridge('invoke', { functionKey: 'echo' }, customer, PLACE);
    expect(answer).toMatchObject({ context: { accountType: 'customer' } });
  });
});
