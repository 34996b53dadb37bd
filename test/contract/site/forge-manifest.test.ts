import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readManifest } from '../../site/forge/manifest';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { APP, startSite } from './forge-fixture';

const ORIGINAL = readFileSync(join(APP, 'manifest.yml'), 'utf8');
const WITHOUT_TEXTS = ORIGINAL.replace(/translations:[\s\S]*?permissions:/, 'permissions:');

describe('the manifest as the site reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (from: string, to: string) => {
    expect(WITHOUT_TEXTS).toContain(from);
    writeFileSync(join(folder, 'manifest.yml'), WITHOUT_TEXTS.replace(from, to));
    return readManifest(folder);
  };

  test('functions have the limit of the shortest module that uses them', () => {
    const { functions } = readManifest(APP);
    const limits = [...functions.values()].map((one) => [one.key, one.limitSeconds]);
    expect(limits).toEqual([
      ['resolver', 25],
      ['status', 25],
      ['on-issue', 25],
      ['on-any', 25],
      ['tick', 55],
      ['consume', 300],
    ]);
    expect(read('function: consume', 'function: resolver').functions.get('resolver')?.limitSeconds).toBe(25);
  });

  test('what modules say besides is kept where the site looks at it', () => {
    const { pages } = readManifest(APP);
    const options = Object.fromEntries(pages.map((page) => [page.key, page.options]));
    expect(options).toMatchObject({
      overview: {},
      configuration: { use: 'config' },
      'first-steps': { use: 'getStarted' },
      counter: { editPage: '/pages/edit.html' },
      ticker: { editPage: '/pages/edit.html', ownRefresh: true },
      promise: { unlicensedAccess: ['customer'] },
      agreements: { size: 'large', unlicensedAccess: ['customer', 'unlicensed'] },
    });
    expect(options['staff-only']).toEqual({});
  });

  test.each([
    [
      'a module type without a place',
      'jira:issueContext:',
      'jira:issueAction:',
      'modules.jira:issueAction is not modelled',
    ],
    ['egress', 'content:', 'external: {}\n  content:', 'permissions.external is not modelled'],
    [
      'a filter expression',
      'ignoreSelf: true',
      'expression: "true"',
      'modules.trigger.0.filter.expression is not modelled',
    ],
    ['a function that is not there', 'function: tick', 'function: tock', 'no function has the key tock'],
    ['a page that is not there', 'pages/panel', 'pages/other', 'names the resource pages/other'],
    [
      'a short function with a long limit',
      'index.onIssue',
      'index.onIssue\n      timeoutSeconds: 26',
      'at most 25',
    ],
    [
      'a gadget with a link for a title',
      'title: Counter',
      'title: { text: Counter, href: /x }',
      'modules.jira:dashboardGadget.0.title',
    ],
    [
      'a second page of a kind that comes once',
      'useAsConfig: true',
      'useAsConfig: false',
      'An app has one admin page',
    ],
    [
      'access for strangers to the portal’s user menu',
      '- unlicensed',
      '- anonymous',
      'modules.jiraServiceManagement:portalUserMenuAction.0.unlicensedAccess.1',
    ],
    [
      'access for customers where Forge has none',
      'key: next-due',
      'key: next-due\n      unlicensedAccess: [customer]',
      'modules.jiraServiceManagement:queuePage.0.unlicensedAccess is not modelled',
    ],
    ['an edit page that is not there', 'pages/edit', 'pages/odd', 'names the resource pages/odd'],
    ['a field of objects', 'type: datetime', 'type: object', 'modules.jira:customField.0.type'],
    [
      'a look of a field',
      'type: datetime',
      'type: datetime\n      view: { formatter: { expression: value } }',
      'modules.jira:customField.0.view is not modelled',
    ],
    [
      'an indexed property of projects',
      'entityType: issue',
      'entityType: project',
      'modules.jira:entityProperty.0.entityType',
    ],
    [
      'an alias with a dot',
      'promiseDue',
      'promise.due',
      'modules.jira:entityProperty.0.values.0.searchAlias',
    ],
    [
      'a permission of an unknown category',
      'category: issues',
      'category: agreements',
      'modules.jira:projectPermission.0.category',
    ],
    ['an odd handler', 'index.tick', 'tick', 'not of the form'],
    ['an odd interval', 'fiveMinute', 'tenMinute', 'modules.scheduledTrigger.0.interval'],
  ])('%s: refused by name', (_, from, to, message) => {
    expect(() => read(from, to)).toThrow(message);
  });

  test.each(['jira:customField', 'jira:entityProperty', 'jira:projectPermission'])(
    '%s is as Atlassian’s own schema has it',
    (type) => {
      const file = join(dirname(require.resolve('@forge/manifest')), 'schema/manifest-schema.json');
      const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as {
        definitions: { ModuleSchema: { properties: Record<string, object> } };
      };
      const ajv = new Ajv({ strict: false });
      const { modules } = parse(ORIGINAL) as { modules: Record<string, unknown> };
      ajv.validate({ ...definitions.ModuleSchema.properties[type], definitions }, modules[type]);
      expect(ajv.errors).toBeNull();
    },
  );

  test('what it adds to Jira is there when the app is installed', async () => {
    const site = await startSite();
    await site.close();
    const ari = (key: string) =>
      `ari:cloud:ecosystem::extension/00000000-0000-4000-8000-0000000000f1/00000000-0000-4000-8000-0000000000e1/static/${key}`;
    expect(site.jira.provided).toEqual([
      {
        fields: [
          { ari: ari('due-field'), name: 'Overview', type: 'datetime', isReadOnly: true },
          { ari: ari('note-field'), name: 'Note', type: 'string', isReadOnly: false },
        ],
        properties: [
          { propertyKey: 'promises', path: 'next.due', type: 'date', alias: 'promiseDue' },
          { propertyKey: 'promises', path: 'left', type: 'number' },
        ],
        permissions: [
          {
            ari: ari('count-promises'),
            name: 'Overview',
            description: 'Count what was promised.',
            category: 'issues',
          },
          {
            ari: ari('keep-promises'),
            name: 'Keep promises',
            description: 'Keep what was promised.',
            category: 'other',
          },
        ],
      },
    ]);
  });

  test.each(['displayConditions: {}', 'pages: []', 'sections: []', 'layout: blank', 'render: native'])(
    'a project page with %s: refused by name',
    (line) => {
      const [name = ''] = line.split(':');
      expect(() => read('key: overview', `key: overview\n      ${line}`)).toThrow(
        `modules.jira:projectPage.0.${name}`,
      );
    },
  );
});
