import { JiraRefused } from '../../../src/app/errors';
import type { Publication, Ports } from '../../../src/app/ports';
import { later } from '../../../src/domain/time/instant';
import type { Fact } from '../../../src/domain/timer/history';
import { presentAt } from '../../../src/domain/timer/unmet';
import type { MemoryState } from '../memory-ports';

function show({ issue, fields, property }: Publication, inJira: MemoryState['inJira']): void {
  const reading = inJira.get(issue);
  if (!reading?.shown) return;
  const { shown } = reading;
  inJira.set(issue, {
    ...reading,
    shown: {
      fields: shown.fields && { ...shown.fields, ...fields },
      property: property ?? shown.property,
    },
  });
}

export const memoryPublisher = (kept: MemoryState): Ports['publisher'] => ({
  async write(publications) {
    for (const publication of publications) {
      kept.publications.push(publication);
      show(publication, kept.inJira);
    }
    return { task: publications.length > 1 ? kept.task : undefined, points: 2 };
  },
  failed: async () => [],
});

export const memoryPublishedLater = (kept: MemoryState): Ports['publishedLater'] => ({
  look: async (published, wait) => void kept.looks.push({ ...published, at: later(kept.now, wait) }),
});

/** Writes what it is told into the issue and its history, as Jira does. */
export const memoryPriorities = (kept: MemoryState): Ports['priorities'] => ({
  async set(issue, { id }) {
    const reading = kept.inJira.get(issue);
    if (!reading) throw new JiraRefused('PUT issue: 404', 404);
    const { fields } = presentAt(reading.history, kept.now);
    const change = { field: 'priority', from: fields['priority'] ?? [], to: [id] };
    const fact: Fact = {
      id: `set/${kept.prioritiesSet.length}`,
      at: kept.now,
      kind: 'changed',
      changes: [change],
    };
    kept.prioritiesSet.push({ issue, priority: id });
    kept.inJira.set(issue, {
      ...reading,
      updated: kept.now,
      history: { ...reading.history, facts: [...reading.history.facts, fact] },
    });
  },
});
