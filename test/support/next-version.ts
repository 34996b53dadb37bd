import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const bundle = path.join(root, 'test/.cache/bundle');

/** What a version to come may do: it adds columns, and says more in what it stores and sends. */
const changes: readonly (readonly [now: string, then: string])[] = [
  [
    'const migrations = {',
    `const migrations = {
    v901_timer: "ALTER TABLE timer ADD COLUMN added VARCHAR(8) NOT NULL DEFAULT 'new'",
    v902_issue_evaluation: 'ALTER TABLE issue_evaluation ADD COLUMN added BIGINT',
    v903_alert: "ALTER TABLE alert ADD COLUMN added VARCHAR(8) NOT NULL DEFAULT ''",
    v904_dirty_issue: 'ALTER TABLE dirty_issue ADD COLUMN added BIGINT',
    v905_job: 'ALTER TABLE job ADD COLUMN added BIGINT',
    v906_added: 'CREATE TABLE IF NOT EXISTS added (id BIGINT NOT NULL, PRIMARY KEY (id))',`,
  ],
  ['const body = { version: 1, project };', 'const body = { version: 1, project, added: true };'],
  [
    'const body = { version: 1, at, issues: [...issues] };',
    'const body = { version: 1, at, issues: [...issues], added: true };',
  ],
  ['JSON.stringify({ timers, ...(isResolved', 'JSON.stringify({ added: true, timers, ...(isResolved'],
];

/** The built bundle as a later version of it could be. @returns its folder */
export function nextVersion(): string {
  const folder = path.join(root, 'test/.cache/next-version');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(bundle, folder, { recursive: true });
  const file = path.join(folder, 'index.cjs');
  let text = readFileSync(file, 'utf8');
  for (const [now, then] of changes) {
    if (text.split(now).length !== 2) throw new Error(`Not once in the bundle: ${now}`);
    text = text.replace(now, () => then);
  }
  writeFileSync(file, text);
  return folder;
}
