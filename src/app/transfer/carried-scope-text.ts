import type { RevisionOf } from '../../domain/documents';
import { SCOPE_TEXT, scopeTextProblems, type ScopeText } from '../../domain/out-of-scope/out-of-scope';
import type { Problem } from '../../domain/problem';
import type { Everything } from '../../domain/transfer/everything';
import { carriedSingle, type SingleRead } from './carried-single';

type ScopeTextRead = SingleRead<'scope-text', ScopeText> & { readonly problems: readonly Problem[] };

/** Reads what a file tells customers of issues that no agreement covers. */
export function readScopeText(
  carried: Everything['scopeText'],
  here: RevisionOf<'scope-text'> | undefined,
): ScopeTextRead {
  if (!carried) return { revisions: [], compared: [], problems: [] };
  const doc: ScopeText = { id: SCOPE_TEXT, ...carried };
  return {
    ...carriedSingle('scope-text', doc, here),
    problems: scopeTextProblems(doc).map((found) => ({ ...found, path: `scopeText.${found.path}` })),
  };
}
