import type { Ports } from '../app/ports';
import { viewCycles } from '../app/view-cycles';
import { viewFigures, type ProjectFigures } from '../app/view-figures';
import type { FiguresView } from '../contract/figures';
import type { ResolverFunctions } from './guard';
import { namesOf } from './names-of';

/** What became of the promises of a project, for everybody whom Jira lets see the project. */
export function figuresFunctions(
  ports: Ports,
): Pick<ResolverFunctions, 'viewFigures' | 'viewFiguresOf' | 'viewCycles'> {
  return {
    viewFigures: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, asked) {
        return { ok: true, value: figuresView(await viewFigures(ports, project, asked)) };
      },
    },

    viewFiguresOf: {
      needs: 'see-named-project',
      does: 'read',
      async run({ project }, asked) {
        return { ok: true, value: figuresView(await viewFigures(ports, project, asked)) };
      },
    },

    viewCycles: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, asked) {
        const { cycles, hasMore } = await viewCycles(ports, project, asked);
        return {
          ok: true,
          value: {
            cycles: cycles.map(({ dimensions: { priority, assignee }, ...cycle }) => ({
              ...cycle,
              priority,
              assignee,
            })),
            hasMore,
          },
        };
      },
    },
  };
}

function figuresView({ agreements, services, edges, targets, ...figures }: ProjectFigures): FiguresView {
  return {
    ...figures,
    hasAgreements: agreements.length > 0,
    edges: [...edges],
    names: { agreements: namesOf(agreements), services: namesOf(services) },
    targets: targets.map((target) => ({ ...target, periods: [...target.periods] })),
  };
}
