import type { Ports } from '../app/ports';
import { viewBoard, type Board } from '../app/view-board';
import type { BoardView } from '../contract/board';
import type { ResolverFunctions } from './guard';
import { namesOf } from './names-of';

/** What everybody sees of a project's service levels whom Jira lets see the project. */
export function boardFunctions(ports: Ports): Pick<ResolverFunctions, 'viewBoard' | 'viewBoardOf'> {
  return {
    viewBoard: {
      needs: 'see-project',
      does: 'read',
      async run({ project }, wanted) {
        return { ok: true, value: boardView(await viewBoard(ports, project, wanted)) };
      },
    },

    viewBoardOf: {
      needs: 'see-named-project',
      does: 'read',
      async run({ project }, wanted) {
        return { ok: true, value: boardView(await viewBoard(ports, project, wanted)) };
      },
    },
  };
}

/** Of agreements and services only the names: the rest is for those who set them up. */
function boardView({ agreements, services, states, timers, ...board }: Board): BoardView {
  return {
    ...board,
    hasAgreements: agreements.length > 0,
    counts: states,
    names: { agreements: namesOf(agreements), services: namesOf(services) },
    timers: timers.map(({ issue, agreement, metric, cycle, kind, goal, state, due, ...timer }) => ({
      ...{ issue, agreement, metric, cycle, kind, goal, state, due },
      waitsSince: timer.waitsSince,
      within: timer.within,
      priority: timer.dimensions.priority,
      assignee: timer.dimensions.assignee,
    })),
  };
}
