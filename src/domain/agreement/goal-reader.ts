import { listed, problem } from '../problem';
import type { Span } from '../time/instant';
import { wallTimeOfDay } from '../time/wall-clock';
import type { TermsOf } from '../timer/goal';
import { HIGHEST_MARK, type Goal, type Threshold } from '../timer/metric';
import { readAction } from './action-reader';
import { readLength, readShare, readWhole } from './amount-reader';
import { readState } from './condition-reader';
import type { GoalDraft, ThresholdDraft } from './draft';
import { mustHold, type DraftReading } from './draft-reading';

export function readGoal(draft: GoalDraft, path: string, reading: DraftReading): Goal {
  const { name, when, calendar, atRiskAt } = draft;
  const { calendars, problems } = reading;
  if (!calendars.includes(calendar)) {
    const details = { found: calendar, known: listed(calendars) };
    problems.push(problem('goal.unknown-calendar', `${path}.calendar`, details));
  }
  return {
    name,
    ...(when && { when: readState(when, `${path}.when`, reading) }),
    calendar,
    ...(atRiskAt !== undefined && { atRiskAt: readShare(atRiskAt, 99, `${path}.atRiskAt`, problems) }),
    ...readTerms(draft, path, reading),
  };
}

/** Nobody plans for more: about four years of business days. */
const MOST_BUSINESS_DAYS = 1_000;

function readTerms(draft: TermsOf<string>, path: string, reading: DraftReading): TermsOf<Span> {
  const { problems } = reading;
  if ('within' in draft) return { within: readLength(draft.within, `${path}.within`, problems) };
  if ('businessDays' in draft) {
    const { businessDays } = draft;
    readWhole(businessDays, [1, MOST_BUSINESS_DAYS], `${path}.businessDays`, problems);
    return { businessDays };
  }
  if ('by' in draft) {
    const { by, onBusinessDay } = draft;
    if (wallTimeOfDay(by) === undefined) {
      problems.push(problem('calendar.no-such-time', `${path}.by`, { found: by }));
    }
    readWhole(onBusinessDay, [0, MOST_BUSINESS_DAYS], `${path}.onBusinessDay`, problems);
    return { by, onBusinessDay };
  }
  if ('until' in draft) {
    mustHold('date', draft.until, `${path}.until`, reading);
    return { until: draft.until };
  }
  mustHold('length', draft.withinField, `${path}.withinField`, reading);
  return { withinField: draft.withinField, unit: draft.unit };
}

export function readThreshold(draft: ThresholdDraft, path: string, reading: DraftReading): Threshold {
  const { problems } = reading;
  const { id, actions } = draft;
  const base = {
    id,
    ...(actions && {
      actions: actions.map((action, index) => readAction(action, `${path}.actions[${index}]`, reading)),
    }),
  };
  if ('atShare' in draft) {
    return { ...base, atShare: readShare(draft.atShare, HIGHEST_MARK, `${path}.atShare`, problems) };
  }
  return 'before' in draft
    ? { ...base, before: readLength(draft.before, `${path}.before`, problems) }
    : { ...base, after: readLength(draft.after, `${path}.after`, problems) };
}
