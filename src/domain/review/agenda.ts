import type { FrozenFigures } from './frozen-figures';

/** What a review talks about, in this order. */
export const agendaItems = [
  'figures',
  'breaches',
  'without-cause',
  'near-misses',
  'late',
  'exceptions',
  'renewals',
  'needs',
  'decisions',
] as const;
export type AgendaItem = (typeof agendaItems)[number];

/** The items of a review's agenda, each with how many things it is about: of those that may be about none, only where there are some. */
export function agendaOf({ targets, breaches, exceptions, toRenew }: FrozenFigures): {
  readonly item: AgendaItem;
  readonly count: number;
}[] {
  const total = (of: 'nearMisses' | 'late'): number => targets.reduce((sum, each) => sum + each[of], 0);
  const counts: Readonly<Record<AgendaItem, number>> = {
    figures: targets.length,
    breaches: breaches.count,
    'without-cause': breaches.withoutCause,
    'near-misses': total('nearMisses'),
    late: total('late'),
    exceptions: exceptions.asked,
    renewals: toRenew.length,
    needs: 0,
    decisions: 0,
  };
  return agendaItems
    .filter((item) => ALWAYS.includes(item) || counts[item] > 0)
    .map((item) => ({ item, count: counts[item] }));
}

const ALWAYS: readonly AgendaItem[] = ['figures', 'needs', 'decisions'];
