import type { ReportRhythm } from '../review/service-report';
import type { ReviewRhythm } from '../review/review-period';

/** What an agreement says beside what is timed. All of it is optional: an agreement that is too long is a risk of its own (A2). */
export interface AgreementDetails {
  readonly parties?: Parties;
  /** Who does what for it on our side (P9), by account. */
  readonly roles?: Readonly<Partial<Record<AgreementRole, string>>>;
  /** The contract that it is annexed to (A21). */
  readonly contract?: Contract;
  /** What its delivery is planned to take (A19). */
  readonly plan?: Plan;
  /** Each kind at most once, in the order in which the agreement has them. */
  readonly sections?: readonly Section[];
  readonly reviews?: ReviewPlan;
}

/** Which reviews of it are held, and which service reports are issued (R3, R9). */
export interface ReviewPlan {
  readonly rhythms?: readonly ReviewRhythm[];
  /** Each is closed within so many calendar days after its period; {@link CLOSED_WITHIN} when left out. */
  readonly withinDays?: number;
  /** Who sees to it, by account. */
  readonly responsible?: string;
  /** None are issued when left out. */
  readonly reports?: ReportRhythm;
  /** Who receives them: accounts, and the names of whoever has none. */
  readonly recipients?: readonly string[];
  readonly otherRecipients?: string;
}

export const CLOSED_WITHIN = 10;

/** The side that provides and the side that is served, whoever of the two we are (A1). */
export interface Parties {
  readonly provider: Party;
  readonly customer: Party;
}

export interface Party {
  readonly name: string;
  readonly contacts: readonly Contact[];
}

export const contactRoles = ['contact', 'supervisor', 'signatory'] as const;
/** Somebody on either side, by account: of persons nothing else is kept. */
export interface Contact {
  readonly role: (typeof contactRoles)[number];
  readonly account: string;
}

export const agreementRoles = [
  'account-owner',
  'service-level-manager',
  'delivery-owner',
  'supplier-manager',
  'data-keeper',
] as const;
export type AgreementRole = (typeof agreementRoles)[number];

export interface Contract {
  readonly number: string;
  /** An address that begins with `https://`. */
  readonly link?: string;
  /** As the contract writes it, such as `EUR 120,000 a year`. */
  readonly value?: string;
  readonly paymentTerms?: string;
}

/** For one year of the term. Money in one currency. */
export interface Plan {
  readonly effortHours?: number;
  /** As ISO 4217 has it, such as `EUR`. */
  readonly currency?: string;
  readonly cost?: number;
  readonly price?: number;
}

/** The sections that an agreement may have, in the order in which they are offered (A2). */
export const sectionKinds = [
  'overview',
  'scope',
  'out-of-scope',
  'provider-duties',
  'customer-duties',
  'charges',
  'equipment',
  'communication',
  'impact-and-urgency',
  'escalation',
  'complaints',
  'planned-interruptions',
  'workload-limits',
  'exceptions',
  'reporting-and-review',
  'rewards-and-penalties',
  'change-control',
  'key-business-processes',
  'service-schedule',
  'incident-and-restoration',
  'procedures',
  'acceptance',
  'security-boundary',
  'confidentiality',
  'contingency',
  'reports-and-audit',
  'glossary',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export interface Section {
  readonly kind: SectionKind;
  readonly text: string;
}
