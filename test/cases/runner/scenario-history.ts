import { instant } from '../../../src/domain/time/instant';
import type { Fact, FieldValue } from '../../../src/domain/timer/history';
import { clocks, type Event } from './event-schema';
import type { Scenario } from './scenario-schema';

/** The date field that says when a clock starts, where that is not the creation. */
export const startField = (clock: string): string => `start of ${clock}`;

/** What happened to the issue, as the app's own facts. What happened to the rules is told elsewhere. */
export function factsOf({ events, config }: Scenario): Fact[] {
  const { startAt } = config;
  const starts = clocks.flatMap((clock): [string, FieldValue][] => {
    const at = startAt[clock];
    return at === null || at === undefined ? [] : [[startField(clock), [new Date(at).toISOString()]]];
  });
  const facts = events.flatMap((event, index): Fact[] => factOf(event, `event/${index}`, starts));
  // Nothing is owed from the creation on: whoever starts this clock has written.
  return typeof startAt.update === 'number'
    ? [
        ...facts,
        { id: 'start of update', at: at(startAt.update), kind: 'commented', by: 'customer', public: true },
      ]
    : facts;
}

function factOf(event: Event, id: string, starts: readonly [string, FieldValue][]): Fact[] {
  switch (event.type) {
    case 'created': {
      const fields = { status: event.status ? [event.status] : [], ...Object.fromEntries(starts) };
      return [{ id, at: at(event.at), kind: 'created', fields }];
    }
    case 'status':
      return [statusChange(id, event.at, event.to, event.from)];
    case 'comment':
      return [{ id, at: at(event.at), kind: 'commented', by: event.by, public: event.public }];
    case 'targetsChanged':
    case 'agreementChanged':
    case 'calendarChanged':
      return [];
  }
}

export function statusChange(id: string, when: number, to: string, from?: string | null): Fact {
  const change = { field: 'status', from: from ? [from] : [], to: [to] };
  return { id, at: at(when), kind: 'changed', changes: [change] };
}

/** The engine counts whole milliseconds. */
export const at = (ms: number): ReturnType<typeof instant> => instant(Math.floor(ms));
