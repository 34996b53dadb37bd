import { causeProblems, keyProblems, LONGEST_SAID, tooLong } from '../breach/breach';
import type { Cause } from '../breach/causes';
import type { Service } from '../catalogue/service';
import { problem, type Problem } from '../problem';
import { elapsedBetween, type Instant, type Span } from '../time/instant';

/** Whether a service cannot be used at all, or only in part or slowly. */
export const degrees = ['full', 'degraded'] as const;
export type Degree = (typeof degrees)[number];

/** What can be told of an outage from an issue as well as by hand. */
export interface Course {
  readonly service: Service['id'];
  readonly begin: Instant;
  /** When the service was restored; left out while it is not. Later than the begin. */
  readonly end?: Instant;
  /** Agreed beforehand, so that it does not count. */
  readonly planned: boolean;
  readonly degree: Degree;
}

/** An outage of a service (T10). */
export interface Outage extends Course {
  readonly id: string;
  /** What a rule told last, of an outage that one did. Where the outage says otherwise, somebody has corrected it. */
  readonly derived?: Derived;
  /** The id of a cause. */
  readonly cause?: Cause['id'];
  /** The key of the issue that it is about, such as `ITSD-7`, where somebody named it. */
  readonly issue?: string;
  readonly explanation: string;
  /** To be looked back at, however short it was. */
  readonly major?: true;
  /** Whether no more data was lost than agreed, as somebody found. */
  readonly rpo?: { readonly kept: boolean; readonly note: string };
  /** What was behind a major one, and what is done so that it does not come again. */
  readonly lookBack?: { readonly cause: string; readonly measures: string };
  /** Who confirmed that the service was restored then, and when they did. */
  readonly verified?: { readonly by: string; readonly at: Instant };
  /** Why it should never have been recorded: it stays in the register, and no figure counts it. */
  readonly withdrawn?: { readonly reason: string };
}

/** An outage as a rule tells it from an issue. */
export interface Derived extends Course {
  /** Jira's id of the issue. */
  readonly issue: string;
  /** The id of the rule. */
  readonly rule: string;
}

/** The same each time that it is told: `number` counts the times, from 1 up, that the rule has the issue begin one. */
export const derivedId = ({ issue, rule }: Pick<Derived, 'issue' | 'rule'>, number: number): Outage['id'] =>
  `${issue}/${number}/${rule}`;

const courseFields = ['service', 'begin', 'end', 'planned', 'degree'] as const satisfies (keyof Course)[];

const courseOf = ({ service, begin, end, planned, degree }: Course): Course => ({
  service,
  begin,
  ...(end !== undefined && { end }),
  planned,
  degree,
});

/** What of an outage somebody has corrected that a rule told. */
export const corrected = (outage: Outage): (keyof Course)[] => {
  const { derived } = outage;
  return derived ? courseFields.filter((field) => outage[field] !== derived[field]) : [];
};

/**
 * An outage once a rule tells it so: what nobody has corrected follows the rule. A confirmation is one of the time of the
 * restoration, and ends with it.
 *
 * @param known the outage as it was; undefined for one that is told for the first time.
 */
export function toldByRule(id: Outage['id'], derived: Derived, known: Outage | undefined): Outage {
  if (!known) return { id, ...courseOf(derived), derived, explanation: '' };
  const kept = corrected(known);
  const own = Object.fromEntries(kept.map((field) => [field, known[field]]));
  const course = courseOf({ ...derived, ...own });
  const isPossible = course.end === undefined || course.end > course.begin;
  return withCourse({ ...known, derived }, isPossible ? course : courseOf(known));
}

/** An outage with another course. */
export function withCourse({ verified, ...outage }: Outage, course: Course): Outage {
  const { end: _end, ...rest } = outage;
  const isSame = outage.begin === course.begin && outage.end === course.end;
  return { ...rest, ...courseOf(course), ...(isSame && verified && { verified }) };
}

/** How long an outage lasted, in real time, or has lasted until `now`. */
export const lengthOf = ({ begin, end }: Course, now: Instant): Span =>
  elapsedBetween(begin, end ?? (now > begin ? now : begin));

export const objectiveStates = ['met', 'missed', 'running'] as const;
export type ObjectiveState = (typeof objectiveStates)[number];

/**
 * Whether the service was restored within its recovery time objective, which counts in real time; undefined where none is
 * set, and for what was planned.
 */
export function rtoOf(outage: Course, rto: Span | undefined, now: Instant): ObjectiveState | undefined {
  if (rto === undefined || outage.planned) return undefined;
  if (lengthOf(outage, now) > rto) return 'missed';
  return outage.end === undefined ? 'running' : 'met';
}

/** Whether it is to be looked back at: somebody says so, or nothing worked for longer than the objective allows. */
export const isMajor = (outage: Outage, rto: Span | undefined, now: Instant): boolean =>
  outage.major === true || (outage.degree === 'full' && rtoOf(outage, rto, now) === 'missed');

/** What decides whether an outage can be written down so. */
export interface OutageCase {
  readonly now: Instant;
  /** Those that may be chosen. */
  readonly causes: readonly Cause[];
  /** Ids of the services that there are. */
  readonly services: readonly Service['id'][];
  /** As it was. */
  readonly before: Outage | undefined;
}

/** Everything that is wrong with an outage; its place as in `lookBack.cause`. */
export function outageProblems(
  outage: Outage,
  { now, causes, services, before }: OutageCase,
): readonly Problem[] {
  const { service, cause, explanation, issue, withdrawn } = outage;
  if (withdrawn) return said('withdrawn.reason', withdrawn.reason);
  // What was chosen while it could be stays.
  const isKnown = services.includes(service) || service === before?.service;
  return [
    ...(isKnown ? [] : [problem('outage.unknown-service', 'service')]),
    ...timeProblems(outage, now),
    ...causeProblems(cause, causes, before?.cause),
    ...keyProblems('issue', issue),
    ...tooLong('explanation', explanation, LONGEST_SAID),
    ...findingProblems(outage),
  ];
}

function timeProblems({ begin, end, planned }: Course, now: Instant): Problem[] {
  const isAhead = (at: Instant): boolean => !planned && at > now;
  return [
    ...(isAhead(begin) ? [problem('outage.in-future', 'begin')] : []),
    ...(end !== undefined && end <= begin ? [problem('outage.ends-before', 'end')] : []),
    ...(end !== undefined && isAhead(end) ? [problem('outage.in-future', 'end')] : []),
  ];
}

function findingProblems({ rpo, lookBack }: Outage): Problem[] {
  return [
    ...(rpo ? tooLong('rpo.note', rpo.note, LONGEST_SAID) : []),
    // What was lost is what somebody will ask.
    ...(rpo?.kept === false && rpo.note === '' ? [problem('breach.not-said', 'rpo.note')] : []),
    ...(lookBack
      ? [...said('lookBack.cause', lookBack.cause), ...said('lookBack.measures', lookBack.measures)]
      : []),
  ];
}

const said = (path: string, text: string): Problem[] =>
  text === '' ? [problem('breach.not-said', path)] : tooLong(path, text, LONGEST_SAID);

/** Why a restoration cannot be confirmed. */
export function verifyProblems({ end, withdrawn }: Outage, now: Instant): Problem[] {
  return withdrawn || end === undefined || end > now ? [problem('outage.not-restored', '')] : [];
}
