import { saveCauses, viewCauses } from '../app/breaches/causes';
import { askForExceptions, cyclesOfExceptions, takeExceptionStep } from '../app/breaches/exceptions';
import { mayMonitor } from '../app/breaches/may-monitor';
import { saveBreachByHand, saveBreaches } from '../app/breaches/save-breaches';
import { viewBreach } from '../app/breaches/view-breach';
import {
  breachesNamed,
  viewBreaches,
  viewIssueBreaches,
  type BreachRow as Row,
} from '../app/breaches/view-breaches';
import type { Ports } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { BreachRow, MonitoringView } from '../contract/breaches';
import { latestRevisions, meant, revisionNumber } from '../domain/agreement/revisions';
import type { Problem } from '../domain/problem';
import { causesCounted } from './causes-counted';
import { refuse, type Place, type ResolverFunctions } from './guard';

type BreachFunctions = Pick<
  ResolverFunctions,
  | 'viewMonitoring'
  | 'saveCauses'
  | 'viewBreaches'
  | 'countCauses'
  | 'viewBreach'
  | 'viewIssueBreaches'
  | 'saveBreaches'
  | 'saveBreachByHand'
  | 'askForExceptions'
  | 'decideExceptions'
  | 'withdrawExceptions'
>;

/** The breach register (M3), exclusions and extensions (M4). */
export function breachFunctions(ports: Ports): BreachFunctions {
  async function monitoring({ project, account }: Place): Promise<Answer<MonitoringView>> {
    const revisions = await ports.records.revisions(project);
    const value = {
      account,
      mayEdit: await ports.rights.mayEdit(project),
      mayMonitor: await mayMonitor(ports, project, account),
      ...(await viewCauses(ports, project)),
      agreements: meant(latestRevisions(revisions)).flatMap(({ kind, doc }) =>
        kind === 'agreement' ? { id: doc.id, name: doc.name } : [],
      ),
    };
    return { ok: true, value };
  }

  /** What was saved as it stands then, or why it was not. */
  async function saved(
    { project }: Place,
    problems: readonly Problem[],
    ids: readonly string[],
  ): Promise<Answer<readonly BreachRow[]>> {
    if (problems.length > 0) return refuse('bad-input', [...problems]);
    return { ok: true, value: (await breachesNamed(ports, project, ids)).map(rowView) };
  }

  const writerIn = ({ project, account: actor }: Place) => ({ project, actor });

  return {
    viewMonitoring: { needs: 'see-project', does: 'read', run: monitoring },

    saveCauses: {
      needs: 'monitor',
      does: 'write',
      async run(place, { causes, seen }) {
        const problems = await saveCauses(ports, writerIn(place), causes, seen);
        return problems.length > 0 ? refuse('bad-input', [...problems]) : monitoring(place);
      },
    },

    viewBreaches: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, wanted) {
        const { rows, next } = await viewBreaches(ports, project, wanted);
        return { ok: true, value: { rows: rows.map(rowView), next: next ?? null } };
      },
    },

    countCauses: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, wanted) {
        return { ok: true, value: await causesCounted(ports, project, wanted) };
      },
    },

    viewBreach: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, { id }) {
        const found = await viewBreach(ports, project, id);
        if (!found) return { ok: true, value: null };
        const { row, held, history } = found;
        const earlier = history.map(({ seq: revision, at, actor: by, doc }) => ({ revision, at, by, doc }));
        return { ok: true, value: { row: rowView(row), held, history: earlier } };
      },
    },

    viewIssueBreaches: {
      needs: 'see-issue',
      does: 'read',
      async run({ project, issue }) {
        return { ok: true, value: (await viewIssueBreaches(ports, project, issue)).map(rowView) };
      },
    },

    saveBreaches: {
      needs: 'edit',
      does: 'write',
      async run(place, { breaches, said }) {
        const problems = await saveBreaches(ports, writerIn(place), breaches, said);
        return saved(
          place,
          problems,
          breaches.map(({ id }) => id),
        );
      },
    },

    saveBreachByHand: {
      needs: 'monitor',
      does: 'write',
      async run(place, { doc, seen }) {
        const result = await saveBreachByHand(ports, writerIn(place), doc, seen);
        return 'id' in result ? saved(place, [], [result.id]) : saved(place, result.problems, []);
      },
    },

    askForExceptions: {
      needs: 'edit',
      does: 'write',
      async run(place, asked) {
        return saved(place, await askForExceptions(ports, writerIn(place), asked), asked.cycles);
      },
    },

    decideExceptions: {
      needs: 'monitor',
      does: 'write',
      async run(place, decided) {
        const ids = decided.exceptions.map(({ id }) => id);
        const problems = await takeExceptionStep(ports, writerIn(place), decided);
        return saved(place, problems, cyclesOfExceptions(ids));
      },
    },

    withdrawExceptions: {
      needs: 'edit',
      does: 'write',
      async run(place, { exceptions }) {
        const ids = exceptions.map(({ id }) => id);
        const wanted = { step: 'withdraw', note: '', exceptions } as const;
        const problems = await takeExceptionStep(ports, writerIn(place), wanted);
        return saved(place, problems, cyclesOfExceptions(ids));
      },
    },
  };
}

function rowView({ timer, breach, exceptions, ...row }: Row): BreachRow {
  return {
    ...row,
    timer: timer ? timerView(timer) : null,
    said: breach ? { doc: breach.doc, revision: breach.seq, at: breach.at } : null,
    exceptions: exceptions.map(({ doc, seq: revision }) => ({ doc, revision })),
  };
}

function timerView({
  version,
  verdict: measured,
  breachedAt: _,
  dimensions: { assignee },
  ...timer
}: NonNullable<Row['timer']>): NonNullable<BreachRow['timer']> {
  return { ...timer, version: revisionNumber(version), measured, assignee };
}
