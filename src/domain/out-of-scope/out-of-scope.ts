import { namesIn } from '../alert/action';
import { problem, type Problem } from '../problem';
import { earlier, minutes, type Instant } from '../time/instant';

interface Act {
  readonly by: string;
  readonly at: Instant;
}

/** What is written down of an issue that no agreement covers (M5). */
export interface OutOfScope {
  /** Of the issue, as Jira has it. */
  readonly id: string;
  /** Who first wrote down something of it. */
  readonly found: Act;
  /** Left behind where nobody knows whether Jira took the text. */
  readonly sending?: Act & { readonly text: string };
  /** What the customer was told, as it was sent. */
  readonly told?: Act & { readonly text: string };
  /** That it be served anyway. */
  readonly asked?: Act & { readonly reason: string };
  readonly decision?: Act & { readonly approved: boolean; readonly note: string };
  readonly withdrawn?: Act;
}

/** `found`: nobody has asked for it to be served. */
export const servingStates = ['found', 'asked', 'approved', 'refused', 'withdrawn'] as const;
export type ServingState = (typeof servingStates)[number];

export function stateOf({ asked, decision, withdrawn }: OutOfScope): ServingState {
  if (!asked) return 'found';
  if (withdrawn) return 'withdrawn';
  if (!decision) return 'asked';
  return decision.approved ? 'approved' : 'refused';
}

/**
 * Whether somebody has something to do about an issue that is out of scope: to decide on a request, or to tell the customer,
 * unless it is served anyway. Undefined: nothing was written down of it yet.
 */
export function isOpen(doc: OutOfScope | undefined): boolean {
  const state = doc ? stateOf(doc) : 'found';
  return state === 'asked' || (state !== 'approved' && !doc?.told);
}

/** What was done last, in the words of the log; `changed`: a text is being sent. */
export function lastOf(doc: OutOfScope): 'told' | 'changed' | Exclude<ServingState, 'found'> {
  const state = stateOf(doc);
  const served = doc.withdrawn ?? doc.decision ?? doc.asked;
  if (state === 'found' || !served) return doc.told ? 'told' : 'changed';
  return doc.told && doc.told.at > served.at ? 'told' : state;
}

/** The most characters of a text to the customer, of why an issue is to be served, and of why a step is taken. */
export const LONGEST_TEXT = 2_000;
export const LONGEST_REASON = 1_000;
export const LONGEST_NOTE = 300;

interface Transition {
  readonly from: readonly ServingState[];
  readonly to: ServingState;
  /** Who takes it; `others`: anybody but whoever asked, who may monitor service levels. */
  readonly who: 'anybody' | 'whoever asked' | 'others';
  readonly says: 'reason' | 'note' | undefined;
}

/** Every step that there is to have an issue served anyway; what is not here cannot happen. */
export const servingTransitions = {
  ask: { from: ['found', 'refused', 'withdrawn'], to: 'asked', who: 'anybody', says: 'reason' },
  approve: { from: ['asked'], to: 'approved', who: 'others', says: undefined },
  refuse: { from: ['asked'], to: 'refused', who: 'others', says: 'note' },
  withdraw: { from: ['asked'], to: 'withdrawn', who: 'whoever asked', says: undefined },
} as const satisfies Readonly<Record<string, Transition>>;
export type ServingStep = keyof typeof servingTransitions;

export const servingSteps = Object.keys(servingTransitions) as ServingStep[];

/** A step as somebody takes it. */
export interface StepOfServing extends Act {
  readonly step: ServingStep;
  /** Why; empty where nothing is said. */
  readonly note: string;
}

/** The steps that lead on for somebody. */
export const stepsOpenTo = (doc: OutOfScope | undefined, account: string): ServingStep[] =>
  servingSteps.filter((step) => problemsOfStep(doc, { step, by: account, note: '-' }).length === 0);

/** Why a step cannot be taken. */
export function problemsOfStep(
  doc: OutOfScope | undefined,
  { step, by, note }: Pick<StepOfServing, 'step' | 'by' | 'note'>,
): Problem[] {
  const { from, who, says }: Transition = servingTransitions[step];
  const state = doc ? stateOf(doc) : 'found';
  if (!from.includes(state)) return [problem('scope.settled', '', { state })];
  const isOwn = doc?.asked?.by === by;
  const most = step === 'ask' ? LONGEST_REASON : LONGEST_NOTE;
  return [
    ...(who === 'others' && isOwn ? [problem('scope.own', '')] : []),
    ...(who === 'whoever asked' && !isOwn ? [problem('scope.not-own', '')] : []),
    ...(says && note === '' ? [problem(`scope.no-${says}`, 'note')] : []),
    ...tooLong('note', note, most),
  ];
}

/** What is written down once a step is taken that {@link problemsOfStep} has nothing against. */
export function afterStep(
  doc: Pick<OutOfScope, 'id'> & Partial<OutOfScope>,
  { step, by, at, note }: StepOfServing,
): OutOfScope {
  const kept = { found: { by, at }, ...doc };
  switch (step) {
    case 'ask': {
      const { decision: _decision, withdrawn: _withdrawn, ...rest } = kept;
      return { ...rest, asked: { by, at, reason: note } };
    }
    case 'approve':
    case 'refuse':
      return { ...kept, decision: { by, at, approved: step === 'approve', note } };
    case 'withdraw':
      return { ...kept, withdrawn: { by, at } };
  }
}

/** Whoever sends holds it alone for longer than a function can live. */
const SENT_WITHIN = minutes(1);

/** Why a text cannot be sent to the customer; it is sent once. */
export function tellingProblems(doc: OutOfScope | undefined, text: string, now: Instant): Problem[] {
  if (doc?.told) return [problem('scope.told', '')];
  if (doc?.sending && doc.sending.at > earlier(now, SENT_WITHIN)) return [problem('scope.being-sent', '')];
  const left = namesIn(text).find(isPlaceholder);
  return [
    ...(text === '' ? [problem('scope.no-text', 'text')] : []),
    ...(left === undefined ? [] : [problem('scope.unfilled', 'text', { found: left })]),
    ...tooLong('text', text, LONGEST_TEXT),
  ];
}

/** What the text to a customer may name: the key, the project's name, who asked, and what may be offered instead. */
export const placeholders = ['issue', 'project', 'reporter', 'offer'] as const;
export type Placeholder = (typeof placeholders)[number];

const isPlaceholder = (name: string): boolean => (placeholders as readonly string[]).includes(name);

/** What a project tells its customers of issues that are out of scope. */
export interface ScopeText {
  readonly id: typeof SCOPE_TEXT;
  /** With {@link placeholders} in braces. */
  readonly text: string;
  /** What they may be offered instead; empty for nothing. */
  readonly offer: string;
}

/** There is one such document a project. */
export const SCOPE_TEXT = 'scope-text';

/** The most characters of what may be offered instead. */
export const LONGEST_OFFER = 200;

/** Everything that is wrong with the text of a project. */
export function scopeTextProblems({ text, offer }: Pick<ScopeText, 'text' | 'offer'>): Problem[] {
  const names = namesIn(text);
  const unknown = names.find((name) => !isPlaceholder(name));
  const known = placeholders.map((name) => `{${name}}`).join(', ');
  return [
    ...(text === '' ? [problem('scope.no-text', 'text')] : []),
    ...(unknown === undefined
      ? []
      : [problem('scope.unknown-placeholder', 'text', { found: unknown, known })]),
    ...tooLong('text', text, LONGEST_TEXT),
    ...(names.includes('offer') && offer === '' ? [problem('scope.no-offer', 'offer')] : []),
    ...tooLong('offer', offer, LONGEST_OFFER),
  ];
}

/** A text with what its placeholders stand for; what is no placeholder stays. */
export const filledIn = (text: string, values: Readonly<Record<Placeholder, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    isPlaceholder(name) ? values[name as Placeholder] : whole,
  );

const tooLong = (path: string, text: string, most: number): Problem[] =>
  text.length > most ? [problem('scope.long', path, { most: String(most) })] : [];
