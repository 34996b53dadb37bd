import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../site/forge/manifest';
import { APP } from './forge-fixture';

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

  test.each([
    [
      'a module type without a place',
      'jira:issueContext:',
      'jira:issueActivity:',
      'modules.jira:issueActivity is not modelled',
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
    ['an odd handler', 'index.tick', 'tick', 'not of the form'],
    ['an odd interval', 'fiveMinute', 'tenMinute', 'modules.scheduledTrigger.0.interval'],
  ])('%s: refused by name', (_, from, to, message) => {
    expect(() => read(from, to)).toThrow(message);
  });
});
