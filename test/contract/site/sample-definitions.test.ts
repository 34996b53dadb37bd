import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDefinitions, withoutCatalogue } from '../../site/sample/definitions';
import { visitors } from '../../site/sample/people';
import { settingsCallOf } from '../../site/sample/settings-call';
import type { Forge, ForgeModule } from '../../site/seams';
import { TestJira } from './jira-fixture';

const settings: ForgeModule = {
  key: 'setup',
  type: 'jira:projectSettingsPage',
  title: 'Set-up',
  page: '/app/setup.html',
};
const root = mkdtempSync(join(tmpdir(), 'definitions-'));
afterAll(() => rmSync(root, { recursive: true }));

function forge(bridge: Forge['bridge'], modules: readonly ForgeModule[] = [settings]): Forge {
  const done = (): Promise<void> => Promise.resolve();
  const ofType = (type: string): readonly ForgeModule[] => modules.filter((module) => module.type === type);
  const faults = { add: () => undefined, rules: [], clear: () => undefined };
  return {
    bridge,
    modules: ofType,
    dynamicProperties: () => Promise.resolve(undefined),
    install: done,
    uninstall: done,
    isInstalled: true,
    licence: 'free',
    settled: done,
    close: done,
    log: [],
    faults,
  };
}

async function run(app: Forge): Promise<void> {
  const [project] = new TestJira().jira.store.projects.values();
  await importDefinitions(root, settingsCallOf(app, project!, visitors.projectAdministrator), true);
}

it('does nothing without a file', async () => {
  const bridge = jest.fn();
  await run(forge(bridge));
  expect(bridge).not.toHaveBeenCalled();
});

describe('with a file', () => {
  beforeAll(() => {
    mkdirSync(join(root, 'test/site/sample'), { recursive: true });
    writeFileSync(join(root, 'test/site/sample/definitions.json'), '{"calendars":[]}');
  });

  it('posts its text as the project administrator on the settings page', async () => {
    const bridge = jest.fn(() => Promise.resolve({ ok: true }));
    await run(forge(bridge));
    expect(bridge).toHaveBeenCalledWith(
      'invoke',
      { functionKey: 'importDefinitions', payload: { file: '{"calendars":[]}' } },
      expect.objectContaining({ accountId: visitors.projectAdministrator.accountId, locale: 'en-US' }),
      {
        moduleKey: 'setup',
        extension: { type: settings.type, project: { id: '10000', key: 'ITSD', type: 'service_desk' } },
      },
    );
  });

  it('fails loudly when the app refuses, or has no place to import on', async () => {
    const refuses = forge(() => Promise.reject(new Error('no calendar "x"')));
    await expect(run(refuses)).rejects.toThrow(
      'The app refused the sample’s definitions: Error: no calendar "x"',
    );
    const answersNo = forge(() => Promise.resolve({ ok: false, problems: ['line 3'] }));
    await expect(run(answersNo)).rejects.toThrow(
      'refused the sample’s definitions: {"ok":false,"problems":["line 3"]}',
    );
    await expect(run(forge(jest.fn(), []))).rejects.toThrow('no project settings page');
  });
});

it('leaves what rests on a catalogue to whoever tests on a part of the log', () => {
  const text = JSON.stringify({
    services: [{ id: 'mail' }],
    calendars: [],
    agreements: [
      {
        id: 'desk',
        services: [{ id: 'mail' }],
        details: {},
        metrics: [{}],
        periodicTargets: [
          { id: 'kept', measure: 'attainment', metric: 'response' },
          { id: 'cost', measure: 'cost' },
          { id: 'there', measure: 'availability', service: 'mail' },
        ],
      },
      { id: 'beneath', services: [{ id: 'network' }], metrics: [] },
    ],
  });
  const [kept, cost] = [
    { id: 'kept', measure: 'attainment', metric: 'response' },
    { id: 'cost', measure: 'cost' },
  ];
  expect(JSON.parse(withoutCatalogue(text))).toEqual({
    calendars: [],
    agreements: [{ id: 'desk', metrics: [{}], periodicTargets: [kept, cost] }],
  });
});
