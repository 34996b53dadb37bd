import type { SavedCase } from '../agreement/saved-case';
import type { AgreementDraft, DefinitionsDraft } from '../agreement/draft';
import type { ReportingFields } from '../agreement/reporting';
import type { WorkingDraft } from '../agreement/working-draft';
import type { Monitoring } from '../breach/causes';
import type { Service } from '../catalogue/service';
import type { Look } from '../catalogue/to-be-looked-at';
import type { ScopeText } from '../out-of-scope/out-of-scope';
import type { Instant } from '../time/instant';
import type { ConditionOf } from '../timer/condition';
import type { RunOff } from '../timer/timeline';

/**
 * All that a project has defined, as it is carried to another project or kept safe (P8). `agreements` are the versions in
 * force. What has happened stays behind: former versions, who changed what, timers.
 */
export interface Everything extends DefinitionsDraft {
  readonly lives?: readonly CarriedLife[];
  /** Published versions that come into force later. */
  readonly scheduled?: readonly ScheduledDraft[];
  /** What somebody is writing. */
  readonly drafts?: readonly WorkingDraft[];
  readonly services?: readonly CarriedService[];
  /** Cases that agreements are tried by; those that were thrown away are not among them. */
  readonly cases?: readonly SavedCase[];
  /** What reports go by. */
  readonly reporting?: ReportingFields;
  /** What was decided of agreements whose services changed. */
  readonly looks?: readonly Look[];
  /** Left out by a project that has no causes of its own, and by a file that says nothing of them. */
  readonly monitoring?: Omit<Monitoring, 'id'>;
  /** What customers are told of issues that no agreement covers; left out where the project has no text of its own. */
  readonly scopeText?: Omit<ScopeText, 'id'>;
}

/** How one of the agreements stands, beside what its text says. */
export interface CarriedLife {
  /** Of the agreement. */
  readonly id: string;
  /** The number of the version that is carried. */
  readonly version: number;
  /** Behind one another, without overlap; the last may have no end yet. */
  readonly suspensions?: readonly {
    readonly from: Instant;
    readonly to?: Instant;
    readonly reason: string;
  }[];
  /** When somebody ended it before its term. */
  readonly ends?: readonly { readonly from: Instant; readonly runOff: RunOff; readonly reason: string }[];
  /** Why it was put away, where it was. */
  readonly archived?: string;
}

export interface ScheduledDraft {
  readonly version: number;
  readonly text: AgreementDraft;
}

/** A service with the values of its mapping by name. */
export interface CarriedService extends Omit<Service, 'mapping'> {
  /** Its number, which agreements that cover it name. */
  readonly revision: number;
  readonly mapping?: ConditionOf<string>;
}
