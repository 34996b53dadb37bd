import { EARLIEST } from '../time/instant';
import { compileCondition, type CompiledCondition } from '../timer/compiled-condition';
import type { Condition } from '../timer/condition';
import { FieldSlots } from '../timer/field-slots';
import type { FieldValues } from '../timer/history';
import { Moment } from '../timer/moment';
import type { ServiceText } from './service';

type Mapped = Pick<ServiceText, 'id' | 'mapping'>;

/**
 * Ties issues to services (C3). A mapping that asks for more is more specific: the service of the most specific mapping
 * comes first, of several equal ones that with the lesser id.
 *
 * @param services those that may own issues; one without a mapping owns none.
 * @returns which of them an issue with such fields belongs to. What cannot be decided from fields does not hold.
 */
export function serviceFinder(services: readonly Mapped[]): (fields: FieldValues) => string[] {
  const slots = new FieldSlots();
  const mapped = services.flatMap(({ id, mapping }) =>
    mapping ? { id, condition: compileCondition(mapping, slots), parts: partsOf(mapping, slots) } : [],
  );
  return (fields) => {
    const moment = new Moment(slots);
    moment.advance({ id: '', at: EARLIEST, kind: 'created', fields });
    return mapped
      .filter(({ condition }) => condition.holds(moment))
      .map(({ id, parts }) => ({ id, asked: parts.asked(moment) }))
      .sort((a, b) => b.asked - a.asked || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  };
}

interface Parts {
  /** How much had to be so for the condition to hold: the most of its alternatives that do. */
  readonly asked: (moment: Moment) => number;
}

function partsOf(condition: Condition, slots: FieldSlots): Parts {
  if ('all' in condition) {
    const parts = condition.all.map((part) => partsOf(part, slots));
    return { asked: (moment) => parts.reduce((sum, part) => sum + part.asked(moment), 0) };
  }
  if (!('any' in condition)) return { asked: () => 1 };
  const ways = condition.any.map((way): Parts & { compiled: CompiledCondition } => ({
    ...partsOf(way, slots),
    compiled: compileCondition(way, slots),
  }));
  return {
    asked: (moment) =>
      Math.max(0, ...ways.map(({ compiled, asked }) => (compiled.holds(moment) ? asked(moment) : 0))),
  };
}
