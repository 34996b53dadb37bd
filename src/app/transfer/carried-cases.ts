import type { Agreement } from '../../domain/agreement/agreement';
import type { KnownFields } from '../../domain/agreement/known-field';
import { MOST_CASES, type SavedCase } from '../../domain/agreement/saved-case';
import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import type { Reference } from '../../domain/timer/condition';
import type { FieldId } from '../../domain/timer/history';
import type { ComparedRecord } from '../../domain/transfer/compared';
import { canonical } from '../canonical';
import { LONGEST } from '../ports';

export interface CasesRead {
  readonly cases: readonly Pick<RevisionOf<'case'>, 'seq' | 'doc'>[];
  readonly compared: readonly ComparedRecord[];
  readonly problems: readonly Problem[];
}

/** Reads the cases of a file. Their values are found by the names that they have there, since ids differ from site to site. */
export function readCases(
  carried: readonly SavedCase[],
  here: readonly RevisionOf<'case'>[],
  { fieldOf, known }: { readonly fieldOf: KnownFields; readonly known: ReadonlySet<Agreement['id']> },
): CasesRead {
  const problems: Problem[] = [];
  const own = new Map(here.map((saved) => [saved.doc.id, saved]));
  const results = carried.map((written, index) => {
    const path = `cases[${index}]`;
    if (!known.has(written.agreement))
      problems.push(problem('transfer.unknown-agreement', `${path}.agreement`, { found: written.agreement }));
    if (carried.findIndex(({ id }) => id === written.id) < index)
      problems.push(problem('definition.id-twice', `${path}.id`, { found: written.id }));
    const named = (field: FieldId, value: Reference): Reference => {
      const values = fieldOf(field)?.values;
      if (!values) return value;
      const found =
        values.find(({ name }) => name === value.name) ?? values.find(({ id }) => id === value.id);
      if (!found)
        problems.push(problem('transfer.unknown-value', `${path}.issue`, { field, found: value.name }));
      return found ?? value;
    };
    const doc = withValues(written, named);
    if (JSON.stringify(doc).length > LONGEST.case) problems.push(problem('definition.too-long', path));
    const last = own.get(doc.id);
    const isOpen = last !== undefined && !last.doc.closed;
    const isSame = isOpen && canonical(last.doc) === canonical(doc);
    const what = isSame ? ('same' as const) : isOpen ? ('changed' as const) : ('new' as const);
    return { doc, seq: (last?.seq ?? 0) + 1, what };
  });
  problems.push(...tooMany([...here.map(({ doc }) => doc), ...results.map(({ doc }) => doc)]));
  return {
    cases: results.flatMap(({ doc, seq, what }) => (what === 'same' ? [] : { doc, seq })),
    compared: results.map(({ doc: { id, name }, what }) => ({ kind: 'case', id, name, what })),
    problems,
  };
}

function tooMany(cases: readonly SavedCase[]): Problem[] {
  const open = [...new Map(cases.map((each) => [each.id, each])).values()].filter(({ closed }) => !closed);
  return [...new Set(open.map(({ agreement }) => agreement))]
    .filter((id) => open.filter(({ agreement }) => agreement === id).length > MOST_CASES)
    .map(() => problem('case.too-many', 'cases', { most: String(MOST_CASES) }));
}

function withValues(saved: SavedCase, named: (field: FieldId, value: Reference) => Reference): SavedCase {
  const { fields, changes, ...issue } = saved.issue;
  return {
    ...saved,
    issue: {
      ...issue,
      fields: Object.fromEntries(
        Object.entries(fields).map(([field, values]) => [field, values.map((value) => named(field, value))]),
      ),
      changes: changes.map((change) => ({
        ...change,
        to: change.to.map((value) => named(change.field, value)),
      })),
    },
  };
}
