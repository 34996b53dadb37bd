import type { Instant } from '../time/instant';
import { aspects, type Aspect, type Service } from './service';

/** An agreement and the services that it names, each as of the revision that whoever wrote it had before them. */
export interface NamesServices {
  readonly id: string;
  readonly name: string;
  readonly services?: readonly { readonly id: string; readonly revision: number }[];
}

/** `keep`: the agreement stays as it is; `change`: it is to be changed, and stays on the list until it names a newer revision. */
export const lookChoices = ['keep', 'change'] as const;
export type LookChoice = (typeof lookChoices)[number];

/** What somebody decided of an agreement once a service of it had changed (C10). */
export interface LookDecision {
  readonly service: string;
  /** The revision of the service that they had before them. */
  readonly revision: number;
  readonly choice: LookChoice;
  readonly by: string;
  readonly at: Instant;
}

/** All that was decided of one agreement, whose id it bears. */
export interface Look {
  readonly id: string;
  readonly decisions: readonly LookDecision[];
}

/** An agreement that rests on what has changed since. */
export interface ToLookAt {
  readonly agreement: Pick<NamesServices, 'id' | 'name'>;
  readonly service: string;
  /** The revision of the service that the agreement names. */
  readonly named: number;
  /** What has changed since, and the latest revision that changed any of it. */
  readonly changed: readonly Aspect[];
  readonly revision: number;
  /** That it is to be changed, where somebody has decided so. */
  readonly decision?: LookDecision;
}

/**
 * The agreements to be looked at, because a service that they name was changed or retired, or what gives it has changed
 * (C10), in the order of the agreements.
 */
export function toBeLookedAt(
  services: readonly Pick<Service, 'id' | 'changedIn'>[],
  agreements: readonly NamesServices[],
  looks: readonly Look[],
): ToLookAt[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  return agreements.flatMap(({ id, name, services: named = [] }) =>
    named.flatMap((reference): ToLookAt[] => {
      const changedIn = byId.get(reference.id)?.changedIn ?? {};
      const decision = looks
        .find((look) => look.id === id)
        ?.decisions.find(({ service }) => service === reference.id);
      const since = Math.max(reference.revision, decision?.choice === 'keep' ? decision.revision : 0);
      const changed = aspects.filter((aspect) => (changedIn[aspect] ?? 0) > since);
      if (changed.length === 0) return [];
      const revision = Math.max(...changed.map((aspect) => changedIn[aspect] ?? 0));
      const isDecided = decision?.choice === 'change' && decision.revision >= revision;
      return [
        {
          agreement: { id, name },
          service: reference.id,
          named: reference.revision,
          changed,
          revision,
          ...(isDecided && { decision }),
        },
      ];
    }),
  );
}

/** All that is decided of an agreement, with one more decision in the place of an earlier one of the same service. */
export function withDecision(look: Look, decision: LookDecision): Look {
  const others = look.decisions.filter(({ service }) => service !== decision.service);
  return { ...look, decisions: [...others, decision] };
}
