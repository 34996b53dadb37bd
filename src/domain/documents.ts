import type { Revision } from './agreement/revisions';
import type { SavedCase } from './agreement/saved-case';
import type { WorkingDraft } from './agreement/working-draft';
import type { Service } from './catalogue/service';
import type { Look } from './catalogue/to-be-looked-at';
import type { SiteDefaults } from './defaults/site-defaults';
import type { Term } from './glossary/term';

/** What people write down beside the rules; no issue is judged by it. */
export interface Documents {
  readonly draft: WorkingDraft;
  readonly service: Service;
  readonly look: Look;
  readonly term: Term;
  readonly defaults: SiteDefaults;
  readonly case: SavedCase;
}
export type DocumentKind = keyof Documents;

/** A document of a kind as it was saved once. Its revisions are only ever added, as those of rules. */
export type RevisionOf<Kind extends DocumentKind> = Pick<Revision, 'change' | 'seq' | 'at'> & {
  readonly kind: Kind;
  readonly doc: Documents[Kind];
};
export type DocumentRevision = { readonly [Kind in DocumentKind]: RevisionOf<Kind> }[DocumentKind];
