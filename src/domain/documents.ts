import type { Revision } from './agreement/revisions';
import type { SavedCase } from './agreement/saved-case';
import type { WorkingDraft } from './agreement/working-draft';
import type { Breach } from './breach/breach';
import type { Monitoring } from './breach/causes';
import { cycleNameOf, type CycleException } from './breach/exception';
import type { Service } from './catalogue/service';
import type { Look } from './catalogue/to-be-looked-at';
import type { Complaint } from './complaint/complaint';
import type { ComplaintTypes } from './complaint/complaint-types';
import type { SiteDefaults } from './defaults/site-defaults';
import type { Term } from './glossary/term';
import type { Measurement } from './monitoring/measurement';
import type { OutOfScope, ScopeText } from './out-of-scope/out-of-scope';
import type { Outage } from './outage/outage';
import type { OutageRules } from './outage/outage-rules';
import { endOf, type Period } from './report/periods';
import type { ImprovementAction } from './improvement/improvement';
import type { Ratings } from './satisfaction/ratings';
import type { Satisfaction } from './satisfaction/satisfaction';
import type { NoticePlaces, Notices } from './review/notices';
import type { Review } from './review/review';
import type { ServiceReport } from './review/service-report';
import { instant, type Instant } from './time/instant';
import { dayNumberOf, type LocalDate } from './time/local-date';
import { DAY } from './time/wall-clock';

/** What people write down beside the rules; no issue is judged by it. */
export interface Documents {
  readonly draft: WorkingDraft;
  readonly service: Service;
  readonly look: Look;
  readonly term: Term;
  readonly defaults: SiteDefaults;
  readonly case: SavedCase;
  readonly breach: Breach;
  readonly exception: CycleException;
  readonly monitoring: Monitoring;
  readonly outage: Outage;
  readonly 'outage-rules': OutageRules;
  readonly review: Review;
  readonly 'service-report': ServiceReport;
  readonly 'notice-places': NoticePlaces;
  readonly notices: Notices;
  readonly measurement: Measurement;
  readonly action: ImprovementAction;
  readonly complaint: Complaint;
  readonly 'complaint-types': ComplaintTypes;
  readonly satisfaction: Satisfaction;
  readonly ratings: Ratings;
  readonly 'out-of-scope': OutOfScope;
  readonly 'scope-text': ScopeText;
}
export type DocumentKind = keyof Documents;

/** A document of a kind as it was saved once. Its revisions are only ever added, as those of rules. */
export type RevisionOf<Kind extends DocumentKind> = Pick<Revision, 'change' | 'seq' | 'at'> & {
  readonly kind: Kind;
  readonly doc: Documents[Kind];
};
export type DocumentRevision = { readonly [Kind in DocumentKind]: RevisionOf<Kind> }[DocumentKind];

/** What a document is about and when that was, for those that are looked for by it; empty for all others. */
export interface About {
  readonly topic?: string;
  readonly at?: Instant;
}

/**
 * Of a breach its cause, and when it happened; of an exception its issue, and when it was asked for; of an outage its service,
 * and when it began; of all else its agreement, and the end of its period, or when it is due, was received or entered for, by
 * the days of UTC where only a day is known.
 */
export function aboutOf({ kind, doc }: DocumentRevision): About {
  switch (kind) {
    case 'breach':
      return { at: doc.happenedAt, ...(doc.cause !== undefined && { topic: doc.cause }) };
    case 'exception': {
      const issue = cycleNameOf(doc.id)?.issue;
      return { at: doc.asked.at, ...(issue !== undefined && { topic: issue }) };
    }
    case 'outage':
      return { topic: doc.service, at: doc.begin };
    case 'review':
    case 'service-report':
      return { topic: doc.agreement, at: doc.endsAt };
    case 'measurement':
      return ofAgreement(doc, endInUtc(doc.period));
    case 'action':
      return ofAgreement(doc, midnight(doc.due));
    case 'complaint':
      return ofAgreement(doc, doc.receivedAt);
    case 'satisfaction':
    case 'ratings':
      return ofAgreement(doc, midnight(doc.month));
    default:
      return {};
  }
}

/** When a period ends by the days of UTC, for looking up what is about it. */
export const endInUtc = (period: Period): Instant => midnight(endOf(period));

const ofAgreement = ({ agreement }: { readonly agreement?: string }, at: Instant): About => ({
  at,
  ...(agreement !== undefined && { topic: agreement }),
});

const midnight = (day: LocalDate): Instant => instant((dayNumberOf(day) ?? 0) * DAY);
