import type { FieldMask } from './field-slots';
import type { Turn } from './rules';
import type { AgreementTerms } from './terms';

/** What is in force in a lane between two turns. */
export interface LaneState {
  /** The agreements under which cycles can begin, the most specific first (T13). */
  readonly inForce: readonly AgreementTerms[];
  /** The fields that say which of them applies; those of earlier versions too, since timers may still run under them. */
  readonly scopeAsks: FieldMask;
  /** Why agreements are suspended, by their ids. */
  readonly suspended: ReadonlyMap<string, string>;
}

/** How one agreement stands. */
interface Standing {
  readonly published?: AgreementTerms | undefined;
  /** The publication that came into force last, also after the agreement has ended. */
  readonly latest?: AgreementTerms;
  /** The repairs that put something else in its place; of several the one that was made last counts. */
  readonly repairs?: readonly Repair[];
  readonly suspended?: string | undefined;
}

type Repair = Extract<Turn, { readonly kind: 'repair-begins' }>;

/** The state before the first turn, and the one after each. */
export function statesAfter(turns: readonly Turn[]): LaneState[] {
  const agreements = new Map<string, Standing>();
  let last: LaneState = { inForce: [], scopeAsks: 0, suspended: new Map() };
  return [
    last,
    ...turns.map((turn) => {
      agreements.set(turn.agreement, after(agreements.get(turn.agreement) ?? {}, turn));
      last = stateOf(agreements, last.scopeAsks);
      return last;
    }),
  ];
}

function after(standing: Standing, turn: Turn): Standing {
  switch (turn.kind) {
    case 'published':
      // One that was published earlier and comes into force later does not replace what replaced it.
      return standing.latest && isLater(standing.latest, turn.terms)
        ? standing
        : { ...standing, published: turn.terms, latest: turn.terms };
    case 'repair-begins':
      return { ...standing, repairs: [...(standing.repairs ?? []), turn] };
    case 'repair-ends':
      return { ...standing, repairs: standing.repairs?.filter(({ repair }) => repair !== turn.repair) ?? [] };
    case 'suspended':
      return { ...standing, suspended: turn.reason };
    case 'reinstated':
      return { ...standing, suspended: undefined };
    case 'ended':
      return { ...standing, published: undefined };
  }
}

function stateOf(agreements: ReadonlyMap<string, Standing>, asked: FieldMask): LaneState {
  const inForce = [...agreements.values()].flatMap(termsOf);
  inForce.sort(inTurn);
  const suspended = [...agreements].flatMap(([id, { suspended: reason }]) =>
    reason === undefined ? [] : [[id, reason] as const],
  );
  return {
    inForce,
    scopeAsks: inForce.reduce((mask, { scope }) => mask | (scope?.asks ?? 0), asked),
    suspended: new Map(suspended),
  };
}

/** A repair says by which version cycles are judged, not that they begin where none would. */
function termsOf({ published, repairs = [] }: Standing): AgreementTerms[] {
  if (!published) return [];
  const [first, ...others] = repairs;
  const made = others.reduce((a, b) => (a && isMadeLater(a, b) ? a : b), first);
  return [made?.terms ?? published];
}

function isMadeLater(a: Repair, b: Repair): boolean {
  return a.repair.at > b.repair.at || (a.repair.at === b.repair.at && a.repair.version > b.repair.version);
}

const isLater = (a: AgreementTerms, b: AgreementTerms): boolean => a.publication.at > b.publication.at;

/** The most specific first; ties, which a project should not have, by id (T13). */
export function inTurn(a: AgreementTerms, b: AgreementTerms): number {
  return b.specificity - a.specificity || (idOf(a) < idOf(b) ? -1 : 1);
}

export const idOf = ({ publication }: AgreementTerms): string => publication.agreement.id;
