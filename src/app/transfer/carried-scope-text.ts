import type { RevisionOf } from '../../domain/documents';
import { SCOPE_TEXT, scopeTextProblems, type ScopeText } from '../../domain/out-of-scope/out-of-scope';
import type { Problem } from '../../domain/problem';
import type { ComparedRecord } from '../../domain/transfer/compared';
import type { Everything } from '../../domain/transfer/everything';
import { canonical } from '../canonical';

export interface ScopeTextRead {
  readonly texts: readonly Pick<RevisionOf<'scope-text'>, 'seq' | 'doc'>[];
  readonly compared: readonly ComparedRecord[];
  readonly problems: readonly Problem[];
}

/** Reads what a file tells customers of issues that no agreement covers. */
export function readScopeText(
  carried: Everything['scopeText'],
  here: RevisionOf<'scope-text'> | undefined,
): ScopeTextRead {
  if (!carried) return { texts: [], compared: [], problems: [] };
  const doc: ScopeText = { id: SCOPE_TEXT, ...carried };
  const isSame = here !== undefined && canonical(here.doc) === canonical(doc);
  const what = isSame ? 'same' : here ? 'changed' : 'new';
  return {
    texts: isSame ? [] : [{ doc, seq: (here?.seq ?? 0) + 1 }],
    compared: [{ kind: 'scope-text', id: SCOPE_TEXT, name: '', what }],
    problems: scopeTextProblems(doc).map((found) => ({ ...found, path: `scopeText.${found.path}` })),
  };
}
