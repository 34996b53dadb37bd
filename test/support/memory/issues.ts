import type { Ports } from '../../../src/app/ports';
import { earlier } from '../../../src/domain/time/instant';
import { presentAt } from '../../../src/domain/timer/unmet';
import type { MemoryState } from '../memory-ports';

export const memoryIssues = (kept: MemoryState): Ports['issues'] => ({
  async read(ids) {
    kept.reads += 1;
    return ids.flatMap((id) => kept.inJira.get(id) ?? []);
  },
  async page(_project, selection, _fields, after = '0') {
    const { readings, last } = kept.searchPages(selection, Number(after));
    const next = last ? undefined : String(Number(after) + 1);
    return { readings, next, points: 1 + readings.length };
  },
  count: async () => kept.inJira.size,
  async openWith(project, { fields, accounts }) {
    const issues = [...kept.inJira.values()].filter(
      (issue) =>
        issue.project === project &&
        fields.some((field) =>
          presentAt(issue.history, kept.now).fields[field]?.some((each) => accounts.includes(each)),
        ),
    );
    return { issues: issues.map(({ id }) => id), next: undefined };
  },
  async createdWithin(project, time, fields, after = '0') {
    const since = earlier(kept.now, time);
    const issues = [...kept.inJira.values()].filter(
      ({ project: of, history }) =>
        of === project && history.facts.some(({ kind, at }) => kind === 'created' && at >= since),
    );
    const next = Number(after) + 100;
    return {
      issues: issues.slice(Number(after), next).map(({ id, history }) => {
        const held = presentAt(history, kept.now).fields;
        return {
          key: `KEY-${id}`,
          fields: Object.fromEntries(fields.map((field) => [field, held[field] ?? []])),
        };
      }),
      next: next < issues.length ? String(next) : undefined,
    };
  },
  async changedWithin(project, time, after = '0') {
    const issues = [...kept.inJira.values()]
      .filter((issue) => issue.project === project && issue.updated >= earlier(kept.now, time))
      .sort((a, b) => a.updated - b.updated);
    const next = Number(after) + 100;
    return {
      issues: issues.slice(Number(after), next),
      next: next < issues.length ? String(next) : undefined,
    };
  },
});

export const memoryRatings = (kept: MemoryState): Ports['ratings'] => ({
  async of(issue) {
    kept.askedStarsOf.push(issue);
    return kept.stars.get(issue);
  },
});

export const memoryProjectFields = (kept: MemoryState): Ports['projectFields'] => ({
  in: async () => (field) => kept.values.get(field),
  listed: async () => ({
    fields: [...kept.values].map(([id, field]) => ({ ...field, id, name: id })),
    statuses: { new: [], indeterminate: [], done: [] },
  }),
});
