import type { FrozenFigures } from './frozen-figures';

/** What a review talks about, in this order. */
export const agendaItems = [
  'figures',
  'off-target',
  'breaches',
  'without-cause',
  'near-misses',
  'late',
  'exceptions',
  'actions',
  'renewals',
  'needs',
  'decisions',
] as const;
export type AgendaItem = (typeof agendaItems)[number];

/** The items of a review's agenda, each with how many things it is about: of those that may be about none, only where there are some. */
export function agendaOf({ targets, values, breaches, exceptions, toRenew, actions }: FrozenFigures): {
  readonly item: AgendaItem;
  readonly count: number;
}[] {
  const total = (of: 'nearMisses' | 'late'): number => targets.reduce((sum, each) => sum + each[of], 0);
  const counts: Readonly<Record<AgendaItem, number>> = {
    figures: targets.length,
    'off-target': values.filter(({ kept }) => kept !== 'met').length,
    breaches: breaches.count,
    'without-cause': breaches.withoutCause,
    'near-misses': total('nearMisses'),
    late: total('late'),
    exceptions: exceptions.asked,
    actions: actions.open,
    renewals: toRenew.length,
    needs: 0,
    decisions: 0,
  };
  return agendaItems
    .filter((item) => ALWAYS.includes(item) || counts[item] > 0)
    .map((item) => ({ item, count: counts[item] }));
}

const ALWAYS: readonly AgendaItem[] = ['figures', 'needs', 'decisions'];
