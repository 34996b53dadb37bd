import { alertsBattery } from './battery/alerts';
import { backfillsBattery } from './battery/backfills';
import { checksBattery } from './battery/checks';
import { dirtyIssuesBattery } from './battery/dirty-issues';
import { figuresBattery } from './battery/figures';
import { healthBattery } from './battery/health';
import { judgedBattery } from './battery/judged';
import { membershipsBattery } from './battery/memberships';
import { projectsBattery } from './battery/projects';
import { recordsBattery } from './battery/records';
import { repairPreviewsBattery } from './battery/repair-previews';
import { thresholdsBattery } from './battery/thresholds';
import { timersBattery } from './battery/timers';
import { usageBattery } from './battery/usage';
import { waitingBattery } from './battery/waiting';
import type { Open } from './battery/support';

/** What every implementation of the stores must do, whatever engine is behind it. Each test gets empty ones. */
export function storesBattery(open: Open): void {
  describe('records', () => recordsBattery(open));
  describe('timers', () => timersBattery(open));
  describe('figures', () => figuresBattery(open));
  describe('by what issues were judged', () => judgedBattery(open));
  describe('backfills', () => backfillsBattery(open));
  describe('previews of repairs', () => repairPreviewsBattery(open));
  describe('health', () => healthBattery(open));
  describe('instants that are known ahead', () => thresholdsBattery(open));
  describe('alerts', () => alertsBattery(open));
  describe('dirty issues', () => dirtyIssuesBattery(open));
  describe('what waits', () => waitingBattery(open));
  describe('the hourly and the daily look', () => checksBattery(open));
  describe('memberships', () => membershipsBattery(open));
  describe('what is used', () => usageBattery(open));
  describe('projects', () => projectsBattery(open));
}
