import { pauseBackfill, resumeBackfill, viewBackfill } from '../app/backfill';
import { explainIssueTimers } from '../app/explain-issue-timers';
import { importDefinitions } from '../app/import-definitions';
import type { AccountId, Ports, ProjectId } from '../app/ports';
import { viewDefinitions, type DefinitionsInForce } from '../app/view-definitions';
import { viewIssueTimers } from '../app/view-issue-timers';
import type { Answer } from '../contract/answer';
import type { ValueOf } from '../contract/resolver-api';
import type { DefinitionsView } from '../contract/views';
import type { Revision } from '../domain/agreement/revisions';
import { AT_RISK_AT } from '../domain/timer/goal';
import { guardedResolver, refuse } from './guard';
import { agreementFunctions } from './agreement-functions';
import { calendarFunctions } from './calendar-functions';
import { catalogueFunctions } from './catalogue-functions';
import { draftIn } from './definitions-text';
import { healthFunctions } from './health-functions';
import { repairFunctions } from './repair-functions';
import { startFunctions } from './start-functions';

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

    importDefinitions: {
      needs: 'configure',
      does: 'write',
      run: ({ project, account }, { file }) => importFile(ports, project, account, file),
    },

    ...agreementFunctions(ports),
    ...calendarFunctions(ports),
    ...catalogueFunctions(ports),
    ...healthFunctions(ports),
    ...repairFunctions(ports),
    ...startFunctions(ports),
  });
}

async function importFile(
  ports: Ports,
  project: ProjectId,
  account: AccountId,
  file: string,
): Promise<Answer<ValueOf<'importDefinitions'>>> {
  const read = draftIn(file);
  if ('problems' in read) return refuse('bad-input', [...read.problems]);
  const outcome = await importDefinitions(ports, project, account, read.draft);
  if (!('changed' in outcome)) return refuse('bad-input', [...outcome.problems]);
  const { changed, unchanged, warnings } = outcome;
  return { ok: true, value: { changed, unchanged, warnings: warnings.slice(0, MOST_FINDINGS) } };
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
