import type { Fact, FieldId, FieldValues, History } from '../../domain/timer/history';
import { authorsOf, isPublic } from './authors';
import { USUAL_FIELDS } from './field-shape';
import { closesByShape, traceField, type FieldTrace, type Step } from './field-trace';
import type { ChangeHistory, Comment, JiraIssue } from './schemas';
import type { SiteFields } from './site-fields';
import { fieldValue } from './value-ids';

export interface HistoryOptions {
  /** The fields of the site that the issue is on. */
  readonly site: SiteFields;
  /** Fields that conditions ask about, by id; a hole in the history of one of them is a gap. */
  readonly asked: readonly FieldId[];
  /** What could not be read whole, if anything. */
  readonly gap?: History['gap'];
}

/**
 * What happened to an issue, from the issue as it is now, its change histories and its comments, each in any order and any
 * number of times (engine rule 9). Only changes of the fields that are asked about and of the usual ones become facts; values
 * are matched by id, so renamed and translated ones stay the same. A clone has a changelog of its own: it starts anew.
 */
export function issueToHistory(
  issue: JiraIssue,
  histories: readonly ChangeHistory[],
  comments: readonly Comment[],
  { site, asked, gap }: HistoryOptions,
): History {
  const ordered = inTimeOrder(histories);
  const traces = new Map<FieldId, FieldTrace>();
  const traceOf = (field: FieldId): FieldTrace => {
    const known = traces.get(field);
    if (known) return known;
    const shape = site.shapeOf(field);
    const value = issue.fields[field];
    const now = value === undefined ? undefined : fieldValue(value, shape);
    const trace = traceField(field, shape, now, stepsOf(field, ordered));
    traces.set(field, trace);
    return trace;
  };
  const followed = [...new Set([...Object.keys(USUAL_FIELDS), ...asked])];
  const atCreation: FieldValues = Object.fromEntries(
    followed.map((field) => [field, traceOf(field).atCreation]),
  );
  const by = authorsOf(
    {
      reporter: traceOf('reporter'),
      assignee: traceOf('assignee'),
      participants: site.participants === undefined ? undefined : traceOf(site.participants),
      participantsNow:
        site.participants === undefined ? [] : fieldValue(issue.fields[site.participants], 'ids'),
    },
    comments,
  );
  const broken = asked.find((field) => closesByShape(site.shapeOf(field)) && !traceOf(field).closes);
  const hole = gap ?? (broken === undefined ? undefined : { field: broken });
  return {
    facts: [
      { id: `issue/${issue.id}`, at: issue.fields.created, kind: 'created', fields: atCreation },
      ...changedFacts(followed.map(traceOf)),
      ...comments.map((comment): Fact => ({
        id: `comment/${comment.id}`,
        at: comment.created,
        kind: 'commented',
        by: by(comment),
        public: isPublic(comment),
      })),
    ],
    ...(hole && { gap: hole }),
  };
}

/** Each history once, by (instant, id), ids as the numbers that they are. */
function inTimeOrder(histories: readonly ChangeHistory[]): ChangeHistory[] {
  return [...new Map(histories.map((history) => [history.id, history])).values()].sort(compareHistories);
}

export function compareHistories(a: ChangeHistory, b: ChangeHistory): number {
  return a.created - b.created || a.id.localeCompare(b.id, 'en', { numeric: true });
}

function stepsOf(field: FieldId, ordered: readonly ChangeHistory[]): Step[] {
  return ordered.flatMap(({ id, created, items }) =>
    items
      .filter((item) => (item.fieldId ?? item.field) === field)
      .map((item) => ({ history: id, at: created, item })),
  );
}

/** One fact for each history: all changes of it happen together (engine rule 11). */
function changedFacts(traces: readonly FieldTrace[]): Fact[] {
  const facts = new Map<string, Fact & { kind: 'changed' }>();
  for (const { history, at, change } of traces.flatMap(({ changes }) => changes)) {
    const before = facts.get(history)?.changes ?? [];
    facts.set(history, { id: `change/${history}`, at, kind: 'changed', changes: [...before, change] });
  }
  return [...facts.values()];
}
