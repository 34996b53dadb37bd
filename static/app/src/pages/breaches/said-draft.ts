import type { PayloadOf } from '../../../../../src/contract/resolver-api';
import {
  breachKinds,
  parties,
  type Breach,
  type BreachKind,
  type Party,
} from '../../../../../src/domain/breach/breach';
import type { Zone } from '../../../../../src/domain/time/zone';
import { instantOf, wallInput } from '../../text/wall-input';

/** What is said of breaches, as somebody has it in the fields of a form; empty where they have said nothing. */
export interface SaidDraft {
  readonly kind: string;
  readonly cause: string;
  readonly party: string;
  readonly explanation: string;
  readonly correctiveAction: string;
  readonly isTold: boolean;
  readonly toldAt: string;
  readonly toldHow: string;
}

export const NOTHING: SaidDraft = {
  kind: '',
  cause: '',
  party: '',
  explanation: '',
  correctiveAction: '',
  isTold: false,
  toldAt: '',
  toldHow: '',
};

/** What the form begins with: what was said before. */
export function draftOf(doc: Breach | undefined, zone: Zone): SaidDraft {
  if (!doc) return { ...NOTHING, kind: 'delay' };
  const { kind, cause = '', party = '', explanation, correctiveAction, told } = doc;
  return {
    kind,
    cause,
    party,
    explanation,
    correctiveAction,
    isTold: told !== undefined,
    toldAt: told ? wallInput(told.at, zone) : '',
    toldHow: told?.how ?? '',
  };
}

type Said = PayloadOf<'saveBreaches'>['said'];
/** What is said, or which fields nobody can make sense of. */
type Read<Value> = { readonly said: Value } | { readonly unreadable: readonly string[] };

/** What is said of one breach: what was left empty is taken away. */
export function saidOfOne(draft: SaidDraft, zone: Zone): Read<Required<Pick<Said, 'kind'>> & Said> {
  const told = toldIn(draft, zone);
  if (told === 'unreadable') return { unreadable: ['told.at'] };
  return {
    said: {
      kind: kindIn(draft) ?? 'delay',
      cause: draft.cause || null,
      party: partyIn(draft) ?? null,
      explanation: draft.explanation,
      correctiveAction: draft.correctiveAction,
      told: told ?? null,
    },
  };
}

/** What is said of several at once: what was left empty stays as it is with each. */
export function saidOfMany(draft: SaidDraft, zone: Zone): Read<Said> {
  const told = toldIn(draft, zone);
  if (told === 'unreadable') return { unreadable: ['told.at'] };
  const [kind, party] = [kindIn(draft), partyIn(draft)];
  return {
    said: {
      ...(kind && { kind }),
      ...(draft.cause && { cause: draft.cause }),
      ...(party && { party }),
      ...(draft.explanation.trim() && { explanation: draft.explanation }),
      ...(draft.correctiveAction.trim() && { correctiveAction: draft.correctiveAction }),
      ...(told && { told }),
    },
  };
}

const kindIn = ({ kind }: SaidDraft): BreachKind | undefined => breachKinds.find((each) => each === kind);
const partyIn = ({ party }: SaidDraft): Party | undefined => parties.find((each) => each === party);

function toldIn({ isTold, toldAt, toldHow }: SaidDraft, zone: Zone): Breach['told'] | 'unreadable' {
  if (!isTold) return undefined;
  const at = instantOf(toldAt, zone);
  return at === undefined ? 'unreadable' : { at, how: toldHow };
}
