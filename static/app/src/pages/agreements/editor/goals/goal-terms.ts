import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import { ABLE } from '../../../../../../../src/domain/agreement/known-field';
import type { ProjectShape } from '../../../../../../../src/domain/agreement/project-shape';
import type { TermsOf } from '../../../../../../../src/domain/timer/goal';

export const termKinds = ['within', 'businessDays', 'by', 'until', 'withinField'] as const;
type TermKind = (typeof termKinds)[number];

export function kindOf(terms: TermsOf<string>): TermKind {
  return termKinds.find((kind) => kind in terms) ?? 'within';
}

/** The goal with another promise in place of its own. */
export function promising({ name, when, calendar, atRiskAt }: GoalDraft, terms: TermsOf<string>): GoalDraft {
  return {
    name,
    ...(when && { when }),
    calendar,
    ...(atRiskAt !== undefined && { atRiskAt }),
    ...terms,
  };
}

/** What a promise of that kind begins with, before anybody has said how much. */
export function newTerms(kind: TermKind, { fields }: ProjectShape): TermsOf<string> {
  const first = (what: keyof typeof ABLE): string =>
    fields.find((field) => ABLE[what].includes(field.kind))?.id ?? '';
  switch (kind) {
    case 'within':
      return { within: '' };
    case 'businessDays':
      return { businessDays: 1 };
    case 'by':
      return { by: '17:00', onBusinessDay: 1 };
    case 'until':
      return { until: first('date') };
    case 'withinField':
      return { withinField: first('length'), unit: 'hours' };
  }
}
