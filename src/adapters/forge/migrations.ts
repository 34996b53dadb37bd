import { getAppContext } from '@forge/api';
import { migrationRunner } from '@forge/sql';

/**
 * Each runs once per site, in this order; one that has run anywhere is never edited. Forge takes 25 such statements a minute, two of
 * which its own runner needs: where there are more, a new site is ready a minute later. Each can run again unharmed, since two
 * processes may come first together, and one may die between a statement and its check mark.
 */
const migrations: Readonly<Record<string, string>> = {
  v001_record_revision: `CREATE TABLE IF NOT EXISTS record_revision (
    project_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    id VARCHAR(64) NOT NULL,
    seq INT NOT NULL,
    change_id VARCHAR(36) NOT NULL,
    saved_at BIGINT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (project_id, kind, id, seq)
  )`,
  v002_record_change: `CREATE TABLE IF NOT EXISTS record_change (
    id VARCHAR(36) NOT NULL,
    project_id BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    actor VARCHAR(128) NOT NULL,
    action VARCHAR(24) NOT NULL,
    PRIMARY KEY (id)
  )`,
  v003_dirty_issue: `CREATE TABLE IF NOT EXISTS dirty_issue (
    issue_id BIGINT NOT NULL,
    token VARCHAR(36) NOT NULL,
    project_id BIGINT NOT NULL,
    marked_at BIGINT NOT NULL,
    marked_by VARCHAR(8) NOT NULL,
    PRIMARY KEY (project_id, marked_at, token)
  )`,
  v004_issue_evaluation: `CREATE TABLE IF NOT EXISTS issue_evaluation (
    issue_id BIGINT NOT NULL,
    project_id BIGINT NOT NULL,
    outcome VARCHAR(16) NOT NULL,
    issue_updated BIGINT,
    evaluated_at BIGINT NOT NULL,
    rule_book VARCHAR(64) NOT NULL,
    change_at BIGINT,
    alert_at BIGINT,
    PRIMARY KEY (issue_id)
  )`,
  v005_timer: `CREATE TABLE IF NOT EXISTS timer (
    issue_id BIGINT NOT NULL,
    agreement VARCHAR(64) NOT NULL,
    metric VARCHAR(64) NOT NULL,
    cycle_no INT NOT NULL,
    project_id BIGINT NOT NULL,
    metric_kind VARCHAR(24) NOT NULL,
    version VARCHAR(80) NOT NULL,
    goal VARCHAR(120),
    clock VARCHAR(16) NOT NULL,
    verdict VARCHAR(16) NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    due_at BIGINT,
    breached_at BIGINT,
    elapsed_ms BIGINT NOT NULL,
    goal_ms BIGINT,
    evaluated_at BIGINT NOT NULL,
    written_by VARCHAR(36) NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (issue_id, agreement, metric, cycle_no)
  )`,
  v006_job: `CREATE TABLE IF NOT EXISTS job (
    project_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    id VARCHAR(36) NOT NULL,
    state VARCHAR(8) NOT NULL,
    turn INT NOT NULL,
    due_at BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    started_by VARCHAR(128) NOT NULL,
    changed_at BIGINT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (project_id, kind)
  )`,
  v007_site_hold: `CREATE TABLE IF NOT EXISTS site_hold (
    id INT NOT NULL,
    until_at BIGINT NOT NULL,
    reason VARCHAR(64) NOT NULL,
    PRIMARY KEY (id)
  )`,
  v008_project_state: `CREATE TABLE IF NOT EXISTS project_state (
    project_id BIGINT NOT NULL,
    state VARCHAR(8) NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (project_id)
  )`,
  v009_later_drain: `CREATE TABLE IF NOT EXISTS later_drain (
    project_id BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (project_id)
  )`,
  v010_deleted_issue: `CREATE TABLE IF NOT EXISTS deleted_issue (
    issue_id BIGINT NOT NULL,
    deleted_at BIGINT NOT NULL,
    PRIMARY KEY (issue_id)
  )`,
  v011_evaluation_by_project:
    'CREATE INDEX IF NOT EXISTS evaluation_by_project ON issue_evaluation (project_id, issue_id)',
  v012_check_mark: `CREATE TABLE IF NOT EXISTS check_mark (
    project_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (project_id, kind)
  )`,
  v013_drift: `CREATE TABLE IF NOT EXISTS drift (
    issue_id BIGINT NOT NULL,
    agreement VARCHAR(64) NOT NULL,
    metric VARCHAR(64) NOT NULL,
    project_id BIGINT NOT NULL,
    found_at BIGINT NOT NULL,
    stored_as MEDIUMTEXT NOT NULL,
    fresh_as MEDIUMTEXT NOT NULL,
    PRIMARY KEY (issue_id, agreement, metric)
  )`,
  v014_change_at: `CREATE INDEX IF NOT EXISTS issue_evaluation_change_at ON issue_evaluation (change_at)`,
  v015_alert: `CREATE TABLE IF NOT EXISTS alert (
    issue_id BIGINT NOT NULL,
    agreement VARCHAR(64) NOT NULL,
    metric VARCHAR(64) NOT NULL,
    cycle_no INT NOT NULL,
    threshold VARCHAR(64) NOT NULL,
    goal VARCHAR(120) NOT NULL,
    id VARCHAR(36) NOT NULL,
    project_id BIGINT NOT NULL,
    passed_at BIGINT NOT NULL,
    raised_at BIGINT NOT NULL,
    state VARCHAR(8) NOT NULL,
    act_at BIGINT,
    claim VARCHAR(36),
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (issue_id, agreement, metric, cycle_no, threshold, goal)
  )`,
  v016_alert_act_at: `CREATE INDEX IF NOT EXISTS alert_act_at ON alert (act_at)`,
  v018_evaluation_by_rules: `CREATE INDEX IF NOT EXISTS evaluation_by_rules ON issue_evaluation (project_id, rule_book)`,
  v019_mark_by_issue: `CREATE INDEX IF NOT EXISTS mark_by_issue ON dirty_issue (issue_id)`,
  v020_membership: `CREATE TABLE IF NOT EXISTS membership (
    account_id VARCHAR(128) NOT NULL,
    seen_at BIGINT NOT NULL,
    read_at BIGINT,
    group_ids MEDIUMTEXT,
    PRIMARY KEY (account_id, seen_at)
  )`,
  v021_repair_difference: `CREATE TABLE IF NOT EXISTS repair_difference (
    project_id BIGINT NOT NULL,
    preview VARCHAR(36) NOT NULL,
    issue_id BIGINT NOT NULL,
    agreement VARCHAR(64) NOT NULL,
    metric VARCHAR(64) NOT NULL,
    cycle_no INT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (project_id, preview, issue_id, agreement, metric, cycle_no)
  )`,
  v023_evaluation_by_time:
    'CREATE INDEX IF NOT EXISTS evaluation_by_time ON issue_evaluation (project_id, evaluated_at)',
  v024_alert_raised_at: `CREATE INDEX IF NOT EXISTS alert_raised_at ON alert (raised_at)`,
  v025_change_by_project: `CREATE INDEX IF NOT EXISTS change_by_project ON record_change (project_id)`,
};

for (const [name, statement] of Object.entries(migrations)) migrationRunner.enqueue(name, statement);

const migrated = new Set<string>();

/**
 * Brings the site's schema up to date, once per process and site. Called before every first use, because the platform
 * may run the app before any installation event has come; a warm process may serve several sites.
 */
export async function migrate(): Promise<void> {
  const site = getAppContext().installationAri.toString();
  if (migrated.has(site)) return;
  await migrationRunner.run();
  migrated.add(site);
}
