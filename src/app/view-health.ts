import { viewBackfill } from './backfill';
import { days, earlier } from '../domain/time/instant';
import type { JobView } from './job-turns';
import type { FoundDrift, HoldInForce, Ports, ProjectHealth, StepTrouble } from './ports';

/** As many as a page shows. */
const MOST_LISTED = 20;
/** Whatever is older has been seen, or does not matter any more. */
const TROUBLES_OF = days(14);

export interface HealthView {
  readonly holds: readonly HoldInForce[];
  readonly projects: readonly (ProjectHealth & { readonly backfill: JobView | null })[];
  /** The latest ones first. */
  readonly drifts: readonly FoundDrift[];
  readonly troubles: readonly StepTrouble[];
}

/** Whether the app keeps up, for who administers Jira. */
export async function viewHealth(ports: Ports): Promise<HealthView> {
  const { health, clock } = ports;
  const now = clock.now();
  const projects = await health.projects();
  const backfills = await Promise.all(projects.map(({ project }) => viewBackfill(ports, project)));
  return {
    holds: await health.holds(now),
    projects: projects.map((each, index) => ({ ...each, backfill: backfills[index] ?? null })),
    drifts: await health.drifts(MOST_LISTED),
    troubles: await health.troubles(earlier(now, TROUBLES_OF), MOST_LISTED),
  };
}
