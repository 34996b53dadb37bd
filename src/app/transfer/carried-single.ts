import type { ComparedRecord } from '../../domain/transfer/compared';
import { canonical } from '../canonical';

/** A record of which there is one a project, as a file brings it. */
export interface SingleRead<Kind, Doc> {
  /** Its next revision; none where it says the same as here. */
  readonly revisions: readonly { readonly kind: Kind; readonly seq: number; readonly doc: Doc }[];
  readonly compared: readonly ComparedRecord[];
}

/** What becomes of such a record where another one, or none, is here. */
export function carriedSingle<Kind extends ComparedRecord['kind'], Doc extends { readonly id: string }>(
  kind: Kind,
  doc: Doc,
  here: { readonly seq: number; readonly doc: Doc } | undefined,
): SingleRead<Kind, Doc> {
  const isSame = here !== undefined && canonical(here.doc) === canonical(doc);
  const what = isSame ? 'same' : here ? 'changed' : 'new';
  return {
    revisions: isSame ? [] : [{ kind, seq: (here?.seq ?? 0) + 1, doc }],
    compared: [{ kind, id: doc.id, name: '', what }],
  };
}
