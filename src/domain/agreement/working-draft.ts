import type { AgreementDraft } from './draft';

/** The next version of an agreement while somebody writes it: it may be as wrong and incomplete as what they typed. */
export interface WorkingDraft {
  /** Of the agreement. */
  readonly id: string;
  /** The number of the version that it was made from; 0 for a new agreement. */
  readonly basedOn: number;
  readonly text: AgreementDraft;
  /** Put away by whoever wrote it, or by its publication. */
  readonly closed?: 'discarded' | 'published';
}
