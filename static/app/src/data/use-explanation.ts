import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Explanation } from '../../../../src/contract/explanation';
import type { Instant } from '../../../../src/domain/time/instant';
import { fieldsOf, leaves, type Condition } from '../../../../src/domain/timer/condition';
import { callApp } from '../platform/app-calls';
import { readIssueNames } from '../platform/jira-names';
import type { IssueNames } from '../text/fact-text';

export interface Explained {
  readonly explanation: Explanation;
  readonly names: IssueNames;
}

interface AskedWhy {
  readonly explained: Explained | undefined;
  readonly failure: Error | null;
  readonly retry: () => void;
}

/**
 * Why an issue has its timers and goals, or none; asked when somebody wants to know, and again when the issue changes.
 *
 * @param issueUpdated the issue's `updated` as the panel knows it.
 */
export function useExplanation(issueId: string, issueUpdated: Instant | null): AskedWhy {
  const { data, error, refetch } = useQuery({
    queryKey: ['explanation', issueId, issueUpdated],
    queryFn: () => ask(issueId),
    placeholderData: keepPreviousData,
  });
  return { explained: data, failure: error, retry: () => void refetch() };
}

async function ask(issueId: string): Promise<Explained> {
  const explanation = await callApp('explainIssueTimers', {});
  const fields = [...new Set(conditionsIn(explanation).flatMap(fieldsOf))];
  // Names make the answer readable, but it is right without them too.
  const fromJira =
    fields.length > 0 ? await readIssueNames(issueId, fields).catch(() => undefined) : undefined;
  return {
    explanation,
    names: { fields: fromJira?.fields ?? new Map(), values: valueNames(explanation, fromJira) },
  };
}

function conditionsIn({ agreements }: Explanation): Condition[] {
  return agreements.flatMap(({ applies, metrics }) => [
    ...(applies.kind === 'other-issues' ? [applies.condition] : []),
    ...metrics.flatMap(({ start, goals }) => [start, ...goals.flatMap(({ goal }) => goal.when ?? [])]),
  ]);
}

/** What values are called: as the definitions name them, and better as Jira does now. */
function valueNames(explanation: Explanation, fromJira: IssueNames | undefined): IssueNames['values'] {
  const values = new Map<string, Map<string, string>>();
  const add = (field: string, id: string, name: string): void => {
    values.set(field, (values.get(field) ?? new Map<string, string>()).set(id, name));
  };
  for (const leaf of conditionsIn(explanation).flatMap(leaves)) {
    if (!('field' in leaf) || 'empty' in leaf) continue;
    for (const { id, name } of 'in' in leaf ? leaf.in : leaf.memberOf) add(leaf.field, id, name);
  }
  for (const [field, names] of fromJira?.values ?? []) {
    for (const [id, name] of names) add(field, id, name);
  }
  return values;
}
