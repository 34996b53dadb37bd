import { getAppContext } from '@forge/api';
import { migrationRunner } from '@forge/sql';

/**
 * Each runs once per site, in this order; one that has run anywhere is never edited. Forge takes 25 such statements a minute, two of
 * which its own runner needs: where there are more, a new site is ready a minute later. Each can run again unharmed, since two
 * processes may come first together, and one may die between a statement and its check mark. A key that holds the primary one
 * forbids nothing more: that is how a table brings its indexes along, without a statement for each.
 */
const migrations: Readonly<Record<string, string>> = {
  v001_record_revision: `CREATE TABLE IF NOT EXISTS record_revision (
    project_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    id VARCHAR(192) NOT NULL,
    seq INT NOT NULL,
    change_id VARCHAR(36) NOT NULL,
    saved_at BIGINT NOT NULL,
    topic VARCHAR(64),
    about_at BIGINT,
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (project_id, kind, id, seq),
    CONSTRAINT revision_by_topic UNIQUE (project_id, kind, topic, about_at, id, seq)
  )`,
  v002_record_change: `CREATE TABLE IF NOT EXISTS record_change (
    id VARCHAR(36) NOT NULL,
    project_id BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    actor VARCHAR(128) NOT NULL,
    action VARCHAR(24) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT change_by_project UNIQUE (project_id, id)
  )`,
  v003_dirty_issue: `CREATE TABLE IF NOT EXISTS dirty_issue (
    issue_id BIGINT NOT NULL,
    token VARCHAR(36) NOT NULL,
    project_id BIGINT NOT NULL,
    marked_at BIGINT NOT NULL,
    marked_by VARCHAR(8) NOT NULL,
    PRIMARY KEY (project_id, marked_at, token),
    CONSTRAINT mark_by_issue UNIQUE (issue_id, token)
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
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (issue_id),
    CONSTRAINT evaluation_by_project UNIQUE (project_id, issue_id),
    CONSTRAINT evaluation_by_rules UNIQUE (project_id, rule_book, issue_id),
    CONSTRAINT evaluation_by_time UNIQUE (project_id, evaluated_at, issue_id),
    CONSTRAINT evaluation_by_change UNIQUE (change_at, issue_id)
  )`,
  v005_timer: `CREATE TABLE IF NOT EXISTS timer (
    project_id BIGINT NOT NULL,
    closed_on INT NOT NULL,
    issue_id BIGINT NOT NULL,
    agreement VARCHAR(64) NOT NULL,
    metric VARCHAR(64) NOT NULL,
    cycle_no INT NOT NULL,
    metric_kind VARCHAR(24) NOT NULL,
    version VARCHAR(80) NOT NULL,
    goal VARCHAR(120),
    clock VARCHAR(16) NOT NULL,
    state VARCHAR(16) NOT NULL,
    verdict VARCHAR(16) NOT NULL,
    reported VARCHAR(16) NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    due_at BIGINT,
    next_due BIGINT NOT NULL,
    breached_at BIGINT,
    waits_since BIGINT,
    elapsed_ms BIGINT NOT NULL,
    elapsed_step INT NOT NULL,
    waited_ms BIGINT NOT NULL,
    goal_ms BIGINT,
    service VARCHAR(64),
    customer VARCHAR(128),
    priority VARCHAR(64),
    assignee VARCHAR(128),
    team VARCHAR(128),
    evaluated_at BIGINT NOT NULL,
    written_by VARCHAR(36) NOT NULL,
    PRIMARY KEY (project_id, closed_on, issue_id, agreement, metric, cycle_no),
    CONSTRAINT timer_of_issue UNIQUE (issue_id, agreement, metric, cycle_no),
    CONSTRAINT timer_by_breach UNIQUE (project_id, breached_at, issue_id, agreement, metric, cycle_no)
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
  v009_deleted_issue: `CREATE TABLE IF NOT EXISTS deleted_issue (
    issue_id BIGINT NOT NULL,
    deleted_at BIGINT NOT NULL,
    PRIMARY KEY (issue_id)
  )`,
  v010_check_mark: `CREATE TABLE IF NOT EXISTS check_mark (
    project_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (project_id, kind)
  )`,
  v011_drift: `CREATE TABLE IF NOT EXISTS drift (
    issue_id BIGINT NOT NULL,
    agreement VARCHAR(64) NOT NULL,
    metric VARCHAR(64) NOT NULL,
    project_id BIGINT NOT NULL,
    found_at BIGINT NOT NULL,
    stored_as MEDIUMTEXT NOT NULL,
    fresh_as MEDIUMTEXT NOT NULL,
    PRIMARY KEY (issue_id, agreement, metric)
  )`,
  v012_alert: `CREATE TABLE IF NOT EXISTS alert (
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
    PRIMARY KEY (issue_id, agreement, metric, cycle_no, threshold, goal),
    CONSTRAINT alert_act_at UNIQUE (act_at, id),
    CONSTRAINT alert_raised_at UNIQUE (raised_at, id)
  )`,
  v013_membership: `CREATE TABLE IF NOT EXISTS membership (
    account_id VARCHAR(128) NOT NULL,
    seen_at BIGINT NOT NULL,
    read_at BIGINT,
    group_ids MEDIUMTEXT,
    PRIMARY KEY (account_id, seen_at)
  )`,
  v014_repair_difference: `CREATE TABLE IF NOT EXISTS repair_difference (
    project_id BIGINT NOT NULL,
    preview VARCHAR(36) NOT NULL,
    issue_id BIGINT NOT NULL,
    agreement VARCHAR(64) NOT NULL,
    metric VARCHAR(64) NOT NULL,
    cycle_no INT NOT NULL,
    doc MEDIUMTEXT NOT NULL,
    PRIMARY KEY (project_id, preview, issue_id, agreement, metric, cycle_no)
  )`,
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
