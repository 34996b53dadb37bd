import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import { pauseBackfill, resumeBackfill, viewBackfill } from '../app/backfill';
import { explainIssueTimers } from '../app/explain-issue-timers';
import { importDefinitions } from '../app/import-definitions';
import type { Ports } from '../app/ports';
import { viewDefinitions, type DefinitionsInForce } from '../app/view-definitions';
import { viewIssueTimers } from '../app/view-issue-timers';
import { definitionsFileSchema } from '../contract/definitions-file';
import { jsonProblems } from '../contract/json-problems';
import { fileProblems } from '../contract/problems';
import type { ResolverDefinitions } from '../contract/resolver-api';
import type { DefinitionsView } from '../contract/views';
import type { Revision } from '../domain/agreement/revisions';
import { problem } from '../domain/problem';
import { AT_RISK_AT } from '../domain/timer/goal';
import { guarded, refuse } from './guard';

export function resolverOf(ports: Ports) {
  return makeResolver<ResolverDefinitions>({
    viewIssueTimers: guarded(ports, 'viewIssueTimers', 'see-issue', async (place, { jiraUpdated }) => {
      const view = await viewIssueTimers(ports, place, jiraUpdated);
      return { ok: true, value: view };
    }),

    explainIssueTimers: guarded(ports, 'explainIssueTimers', 'see-issue', async (place) => ({
      ok: true,
      value: await explainIssueTimers(ports, place),
    })),

    viewDefinitions: guarded(ports, 'viewDefinitions', 'configure', async ({ project }) => ({
      ok: true,
      value: definitionsView(await viewDefinitions(ports, project)),
    })),

    viewBackfill: guarded(ports, 'viewBackfill', 'configure', async ({ project }) => ({
      ok: true,
      value: await viewBackfill(ports, project),
    })),

    pauseBackfill: guarded(ports, 'pauseBackfill', 'configure', async ({ project }) => {
      await pauseBackfill(ports, project);
      return { ok: true, value: await viewBackfill(ports, project) };
    }),

    resumeBackfill: guarded(ports, 'resumeBackfill', 'configure', async ({ project, account }) => {
      await resumeBackfill(ports, project, account);
      return { ok: true, value: await viewBackfill(ports, project) };
    }),

    importDefinitions: guarded(ports, 'importDefinitions', 'configure', async (place, { file }) => {
      const content = parseJson(file);
      if (content instanceof SyntaxError) {
        return refuse('bad-input', [problem('file.not-json', '', { message: content.message })]);
      }
      const hidden = jsonProblems(file);
      if (hidden.length > 0) return refuse('bad-input', hidden);
      const draft = v.safeParse(definitionsFileSchema, content);
      if (!draft.success) return refuse('bad-input', fileProblems(draft.issues));
      const outcome = await importDefinitions(ports, place.project, place.account, draft.output);
      return 'changed' in outcome
        ? {
            ok: true,
            value: {
              changed: outcome.changed,
              unchanged: outcome.unchanged,
              warnings: outcome.warnings.slice(0, MOST_FINDINGS),
            },
          }
        : refuse('bad-input', [...outcome.problems]);
    }),
  });
}

/** More than anybody reads at once. */
const MOST_FINDINGS = 100;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error;
  }
}

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
