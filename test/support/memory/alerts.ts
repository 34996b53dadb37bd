import type { Ports } from '../../../src/app/ports';
import { type Alert, alertState } from '../../../src/domain/alert/alert';
import type { MemoryState } from '../memory-ports';
import { isLive } from './common';

const keyOf = ({ issue, agreement, metric, cycle, threshold, goal }: Alert): string =>
  JSON.stringify([issue, agreement, metric, cycle, threshold, goal]);

/** As the store looks at. */
const AT_ONCE = 200;

const isOpen = ({ steps }: Alert): boolean => ['planned', 'acting'].includes(alertState(steps));

export const memoryThresholds = (kept: MemoryState): Ports['thresholds'] => ({
  async before(until, limit) {
    const changes = [...kept.evaluations.values()]
      .filter(isLive(kept))
      .flatMap(({ issue, ahead: { change, alert } }) =>
        change === null || change >= until ? [] : [...new Set([change, alert])].map((at) => ({ issue, at })),
      );
    const open = kept.alertRows
      .filter(({ alert }) => isLive(kept)(alert))
      .map(({ alert, actAt }) => ({ issue: alert.issue, at: actAt }));
    return [...changes, ...open]
      .flatMap(({ issue, at }) => (at !== null && at < until ? [{ issue, at }] : []))
      .sort((a, b) => a.at - b.at)
      .slice(0, limit);
  },
  reached: async (issues, at) =>
    issues.flatMap((issue) => {
      const known = kept.evaluations.get(issue);
      const { change = null, alert = null } = known?.ahead ?? {};
      if (!known || !isLive(kept)(known) || change === null || change > at) return [];
      return [{ issue, project: known.project, alert: alert !== null && alert <= at }];
    }),
  async pass(issues, at) {
    for (const issue of issues) {
      const known = kept.evaluations.get(issue);
      if (!known || known.ahead.change === null || known.ahead.change > at) continue;
      const { alert } = known.ahead;
      const change = alert !== null && alert > at ? alert : null;
      kept.evaluations.set(issue, { ...known, ahead: { change, alert } });
    }
  },
  async push(messages) {
    kept.pushed.push(...messages);
  },
});

export const memoryAlerts = (kept: MemoryState): Ports['alerts'] => ({
  async raise(alerts) {
    for (const alert of alerts) {
      if (kept.alertRows.some((row) => keyOf(row.alert) === keyOf(alert))) continue;
      const actAt = isOpen(alert) ? alert.raisedAt : null;
      kept.alertRows.push({ alert, actAt, claim: undefined });
    }
  },
  open: async (issues, now) =>
    kept.alertRows
      .filter(({ alert, actAt }) => issues.includes(alert.issue) && actAt !== null && actAt <= now)
      .filter(({ alert }) => isLive(kept)(alert))
      .map(({ alert }) => alert)
      .sort((a, b) => a.passedAt - b.passedAt || (a.id < b.id ? -1 : 1)),
  async claim({ id }, { token, now, until }) {
    const row = kept.alertRows.find(({ alert }) => alert.id === id);
    if (!row || row.actAt === null || row.actAt > now) return undefined;
    Object.assign(row, { claim: token, actAt: until });
    return row.alert;
  },
  async write(alert, token) {
    const row = kept.alertRows.find(({ alert: { id }, claim }) => id === alert.id && claim === token);
    if (row) Object.assign(row, { alert, actAt: isOpen(alert) ? row.actAt : null });
  },
  async release({ id }, token, from) {
    const row = kept.alertRows.find(({ alert, claim }) => alert.id === id && claim === token);
    if (row && row.actAt !== null) row.actAt = from;
  },
  async raisedWithin(project, { from, to, after }) {
    const place = ({ raisedAt, id }: Pick<Alert, 'raisedAt' | 'id'>) =>
      `${String(raisedAt).padStart(16, '0')} ${id}`;
    const alerts = kept.alertRows
      .map(({ alert }) => alert)
      .filter((alert) => alert.raisedAt >= from && alert.raisedAt < to)
      .filter((alert) => !after || place(alert) < place(after))
      .sort((a, b) => (place(a) < place(b) ? 1 : -1));
    const page = alerts.slice(0, AT_ONCE);
    const last = page.length === AT_ONCE ? page.at(-1) : undefined;
    return {
      alerts: page.filter((alert) => alert.project === project),
      next: last && { raisedAt: last.raisedAt, id: last.id },
    };
  },
});

export const memoryActions = (kept: MemoryState): Ports['actions'] => ({
  keyOf: async (issue) => (kept.inJira.has(issue) ? `ITSD-${issue}` : undefined),
  async perform(action, { issue }, how) {
    kept.acts.push({ issue, action, how });
    const outcome = kept.outcome(action);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  },
});
