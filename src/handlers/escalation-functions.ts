import type { Ports } from '../app/ports';
import { previewAlerts } from '../app/preview-alerts';
import { viewEscalations } from '../app/view-escalations';
import type { EscalationRow } from '../contract/escalations';
import { actionSummary } from '../domain/alert/action-summary';
import { outcomeOf, type Alert } from '../domain/alert/alert';
import { draftIn } from './definitions-text';
import { refuse, type ResolverFunctions } from './guard';

/** Whom alerts would tell, and what came of those that were raised (M2). */
export function escalationFunctions(
  ports: Ports,
): Pick<ResolverFunctions, 'previewAlerts' | 'viewEscalations'> {
  return {
    previewAlerts: {
      needs: 'configure',
      does: 'read',
      async run({ project }, { file, page }) {
        const read = draftIn(file);
        if ('problems' in read) return refuse('bad-input', [...read.problems]);
        const outcome = await previewAlerts(ports, project, read.draft, page);
        if (outcome === 'busy') return refuse('busy');
        if ('problems' in outcome) return refuse('bad-input', [...outcome.problems]);
        return { ok: true, value: outcome };
      },
    },

    viewEscalations: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, wanted) {
        const { alerts, next } = await viewEscalations(ports, project, wanted);
        return { ok: true, value: { rows: alerts.map(rowView), next: next ?? null } };
      },
    },
  };
}

/** Of actions not what they say, which stands on the issue for those who may read it there. */
function rowView({
  id,
  issue,
  agreement,
  metric,
  goal,
  passedAt,
  raisedAt,
  said,
  steps,
}: Alert): EscalationRow {
  const { agreementName, kind, mark } = said;
  return {
    ...{ id, issue, agreement, agreementName, metric, kind, mark, goal, passedAt, raisedAt },
    steps: steps.map((step) => ({
      action: actionSummary(step.action, ({ name }) => name),
      outcome: outcomeOf(step),
      at: step.at,
      reason: step.reason ?? '',
    })),
  };
}
