import { pauseBackfill, resumeBackfill, viewBackfill } from '../app/backfill';
import { explainIssueTimers } from '../app/explain-issue-timers';
import type { Ports } from '../app/ports';
import { viewDefinitions, type DefinitionsInForce } from '../app/view-definitions';
import { viewIssueTimers } from '../app/view-issue-timers';
import type { DefinitionsView } from '../contract/views';
import type { Revision } from '../domain/agreement/revisions';
import { AT_RISK_AT } from '../domain/timer/goal';
import { guardedResolver } from './guard';
import { agreementFunctions } from './agreement-functions';
import { boardFunctions } from './board-functions';
import { breachFunctions } from './breach-functions';
import { complaintFunctions } from './complaint-functions';
import { improvementFunctions } from './improvement-functions';
import { calendarFunctions } from './calendar-functions';
import { caseFunctions } from './case-functions';
import { catalogueFunctions } from './catalogue-functions';
import { coverageFunctions } from './coverage-functions';
import { figuresFunctions } from './figures-functions';
import { gadgetFunctions } from './gadget-functions';
import { monitoringFunctions } from './monitoring-functions';
import { reportingFunctions } from './reporting-functions';
import { healthFunctions } from './health-functions';
import { outageFunctions } from './outage-functions';
import { repairFunctions } from './repair-functions';
import { reviewFunctions } from './review-functions';
import { noticeFunctions } from './notice-functions';
import { scopeFunctions } from './scope-functions';
import { siteFunctions } from './site-functions';
import { escalationFunctions } from './escalation-functions';
import { startFunctions } from './start-functions';
import { transferFunctions } from './transfer-functions';

export function resolverOf(ports: Ports) {
  return guardedResolver(ports, {
    viewIssueTimers: {
      needs: 'see-issue',
      does: 'read',
      async run(place, { jiraUpdated }) {
        return { ok: true, value: await viewIssueTimers(ports, place, jiraUpdated) };
      },
    },

    explainIssueTimers: {
      needs: 'see-issue',
      does: 'read',
      async run(place) {
        return { ok: true, value: await explainIssueTimers(ports, place) };
      },
    },

    viewDefinitions: {
      needs: 'configure',
      does: 'read',
      async run({ project }) {
        return { ok: true, value: definitionsView(await viewDefinitions(ports, project)) };
      },
    },

    viewProjectShape: {
      needs: 'configure',
      does: 'read',
      async run({ project }) {
        return { ok: true, value: await ports.projectFields.listed(project) };
      },
    },

    viewBackfill: {
      needs: 'configure',
      does: 'read',
      async run({ project }) {
        return { ok: true, value: await viewBackfill(ports, project) };
      },
    },

    pauseBackfill: {
      needs: 'configure',
      does: 'write',
      async run({ project }) {
        await pauseBackfill(ports, project);
        return { ok: true, value: await viewBackfill(ports, project) };
      },
    },

    resumeBackfill: {
      needs: 'configure',
      does: 'write',
      async run({ project, account }) {
        await resumeBackfill(ports, project, account);
        return { ok: true, value: await viewBackfill(ports, project) };
      },
    },

    ...agreementFunctions(ports),
    ...boardFunctions(ports),
    ...breachFunctions(ports),
    ...improvementFunctions(ports),
    ...complaintFunctions(ports),
    ...calendarFunctions(ports),
    ...caseFunctions(ports),
    ...catalogueFunctions(ports),
    ...coverageFunctions(ports),
    ...figuresFunctions(ports),
    ...gadgetFunctions(ports),
    ...monitoringFunctions(ports),
    ...reportingFunctions(ports),
    ...healthFunctions(ports),
    ...outageFunctions(ports),
    ...repairFunctions(ports),
    ...reviewFunctions(ports),
    ...noticeFunctions(ports),
    ...scopeFunctions(ports),
    ...siteFunctions(ports),
    ...escalationFunctions(ports),
    ...startFunctions(ports),
    ...transferFunctions(ports),
  });
}

/** More than anybody reads at once. */
const MOST_FINDINGS = 100;

function definitionsView({ revisions, findings }: DefinitionsInForce): DefinitionsView {
  return {
    findings: findings.slice(0, MOST_FINDINGS),
    holidaySets: revisions.flatMap((revision) =>
      revision.kind === 'holiday-set' ? { ...revision.doc, ...savedAs(revision) } : [],
    ),
    calendars: revisions.flatMap((revision) =>
      revision.kind === 'calendar' ? { ...revision.doc, ...savedAs(revision) } : [],
    ),
    agreements: revisions.flatMap((revision) => {
      if (revision.kind !== 'agreement') return [];
      const { id, kind, name, timeZone, effectiveFrom, metrics } = revision.doc;
      return {
        id,
        kind,
        name,
        timeZone,
        effectiveFrom,
        ...savedAs(revision),
        metrics: metrics.map((metric) => ({
          kind: metric.kind,
          goals: metric.goals.map(({ when: _when, ...goal }) => ({ atRiskAt: AT_RISK_AT, ...goal })),
        })),
      };
    }),
  };
}

const savedAs = ({ seq: revision, at: changedAt }: Revision) => ({ revision, changedAt });
