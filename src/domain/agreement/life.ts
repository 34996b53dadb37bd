import { problem, type Problem } from '../problem';
import type { Instant } from '../time/instant';
import type { AgreementDetails, AgreementRole, Contact } from './details';
import type { Finding } from './lint';

/** What a version of an agreement can be, in the order of its life (A3). */
export const agreementStates = [
  'requirement',
  'draft',
  'in-negotiation',
  'awaiting-signature',
  'signed',
  'scheduled',
  'in-force',
  'suspended',
  'expiring',
  'expired',
  'terminated',
  'archived',
] as const;
export type AgreementState = (typeof agreementStates)[number];

interface Transition {
  readonly from: readonly AgreementState[];
  readonly to: AgreementState;
  /** Whose step it is, besides whoever administers the project (P9). */
  readonly owner: AgreementRole;
}

/**
 * Every step that there is; what is not here cannot happen. Three changes are nobody's step: what is scheduled comes into force,
 * what is in force gets near its end, and comes to it, by the time alone. Where it leads to is then told by the clock too: what
 * is published for a later day is scheduled until then.
 */
export const transitions = {
  accept: { from: ['requirement'], to: 'draft', owner: 'account-owner' },
  negotiate: { from: ['draft'], to: 'in-negotiation', owner: 'account-owner' },
  revise: {
    from: ['in-negotiation', 'awaiting-signature', 'signed'],
    to: 'draft',
    owner: 'account-owner',
  },
  submit: { from: ['in-negotiation'], to: 'awaiting-signature', owner: 'account-owner' },
  sign: { from: ['awaiting-signature'], to: 'signed', owner: 'account-owner' },
  publish: { from: ['draft', 'signed'], to: 'in-force', owner: 'service-level-manager' },
  suspend: { from: ['in-force', 'expiring'], to: 'suspended', owner: 'service-level-manager' },
  reinstate: { from: ['suspended'], to: 'in-force', owner: 'service-level-manager' },
  terminate: {
    from: ['scheduled', 'in-force', 'expiring', 'suspended'],
    to: 'terminated',
    owner: 'account-owner',
  },
  continue: { from: ['expiring', 'in-force', 'suspended'], to: 'in-force', owner: 'account-owner' },
  archive: { from: ['expired', 'terminated'], to: 'archived', owner: 'data-keeper' },
  restore: { from: ['archived'], to: 'terminated', owner: 'data-keeper' },
} as const satisfies Readonly<Record<string, Transition>>;
export type StepName = keyof typeof transitions;

export const stepNames = Object.keys(transitions) as StepName[];

/** The steps that lead on from a state. Each may still be refused by its guard. */
export const stepsFrom = (state: AgreementState): StepName[] =>
  stepNames.filter((step) => isFrom(state, step));

const isFrom = (state: AgreementState, step: StepName): boolean => {
  const { from }: Transition = transitions[step];
  return from.includes(state);
};

/** What a guard must know. */
export interface StepCase {
  readonly state: AgreementState;
  readonly now: Instant;
  readonly details: AgreementDetails;
  /** When the term ends; undefined while none is set. */
  readonly effectiveTo: Instant | undefined;
  /** What the linter says of the text. */
  readonly findings: readonly Finding[];
  /** Names the text, so that nobody signs another one than was read. */
  readonly textHash: string;
  readonly signatures: readonly Signature[];
  /** When what is asked for is to begin and to end. */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly reason: string;
  /** Whether an end is planned that has not come. */
  readonly isEndPlanned: boolean;
}

/** Who signed which text for which side (A4). */
export interface Signature {
  readonly side: Side;
  readonly account: Contact['account'];
  readonly textHash: string;
}

export type Side = 'provider' | 'customer';
const sides: readonly Side[] = ['provider', 'customer'];

/** What is missing for a step, at the place where it can be mended; none when it may be taken. */
export function stepProblems(step: StepName, stepCase: StepCase): Problem[] {
  if (!isFrom(stepCase.state, step)) {
    return [problem('life.not-now', '', { step, state: stepCase.state })];
  }
  return guards[step].flatMap((guard) => guard(stepCase));
}

type Guard = (stepCase: StepCase) => Problem[];

const partiesAreNamed: Guard = ({ details: { parties } }) =>
  sides.flatMap((side) =>
    parties?.[side].name.trim() ? [] : [problem('life.no-party', `details.parties.${side}.name`)],
  );

const signatories = (side: Side, { parties }: AgreementDetails): readonly Contact[] =>
  parties?.[side].contacts.filter(({ role }) => role === 'signatory') ?? [];

const signatoriesAreNamed: Guard = ({ details }) =>
  sides.flatMap((side) =>
    signatories(side, details).length > 0
      ? []
      : [problem('life.no-signatory', `details.parties.${side}.contacts`)],
  );

const termIsSet: Guard = ({ effectiveTo }) =>
  effectiveTo === undefined ? [problem('life.no-term', 'effectiveTo')] : [];

const termIsToCome: Guard = ({ effectiveTo, now }) =>
  effectiveTo !== undefined && effectiveTo <= now ? [problem('life.term-is-over', 'effectiveTo')] : [];

const textIsSound: Guard = ({ findings }) => findings.filter(({ severity }) => severity === 'error');

/** Each side by one of its signatories, and the very text that stands there. */
const bothHaveSigned: Guard = ({ details, signatures, textHash }) =>
  sides.flatMap((side) => {
    const may = signatories(side, details).map(({ account }) => account);
    const signed = signatures.some(
      (each) => each.side === side && each.textHash === textHash && may.includes(each.account),
    );
    return signed ? [] : [problem('life.not-signed', `details.parties.${side}.contacts`)];
  });

const reasonIsGiven: Guard = ({ reason }) => (reason.trim() ? [] : [problem('life.no-reason', 'reason')]);

/** The past stays as it was judged. */
const beginsNowOrLater: Guard = ({ from, now }) =>
  from !== undefined && from < now ? [problem('life.in-the-past', 'from')] : [];

const endsAfterItBegins: Guard = ({ from, to, now }) =>
  to !== undefined && to <= (from ?? now) ? [problem('life.backwards', 'to')] : [];

const endIsPlanned: Guard = ({ isEndPlanned }) => (isEndPlanned ? [] : [problem('life.no-end-planned', '')]);

const guards: Readonly<Record<StepName, readonly Guard[]>> = {
  accept: [],
  negotiate: [partiesAreNamed],
  revise: [],
  submit: [partiesAreNamed, signatoriesAreNamed, termIsSet, termIsToCome, textIsSound],
  sign: [bothHaveSigned],
  publish: [termIsToCome, textIsSound],
  suspend: [beginsNowOrLater, endsAfterItBegins, reasonIsGiven],
  reinstate: [],
  terminate: [beginsNowOrLater, reasonIsGiven],
  continue: [endIsPlanned],
  archive: [],
  restore: [],
};
