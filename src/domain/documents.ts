import type { Revision } from './agreement/revisions';
import type { WorkingDraft } from './agreement/working-draft';

/** What people write down beside the rules; no issue is judged by it. */
export interface Documents {
  readonly draft: WorkingDraft;
}
export type DocumentKind = keyof Documents;

/** A document as it was saved once. Its revisions are only ever added, as those of rules. */
export type DocumentRevision = {
  readonly [Kind in DocumentKind]: Pick<Revision, 'change' | 'seq' | 'at'> & {
    readonly kind: Kind;
    readonly doc: Documents[Kind];
  };
}[DocumentKind];
export type RevisionOf<Kind extends DocumentKind> = Extract<DocumentRevision, { kind: Kind }>;
