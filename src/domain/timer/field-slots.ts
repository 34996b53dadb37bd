import type { FieldId } from './history';

/** Bits that say which fields a fact touched, or which a condition asks about; other facts have a bit each. */
export type FieldMask = number;

/** Bits that say which of the values that conditions name an issue has, or which of them a condition names. */
export type ValueMask = number;

/** Stands for all fields beyond those that have a bit of their own. */
const OTHERS = 26;
// No fields, but facts that conditions ask about too.
export const MEMBERSHIPS: FieldMask = 1 << 27;
export const COMMENTS: FieldMask = 1 << 28;
export const CREATION: FieldMask = 1 << 29;
export const DELETION: FieldMask = 1 << 30;

const OWN_VALUE_BITS = 30;
/** Shared by all values beyond those that have a bit of their own: says that an issue may have one of them, or had. */
const OTHER_VALUES: ValueMask = 1 << OWN_VALUE_BITS;

/** A field that conditions ask about. */
export class FieldSlot {
  readonly bit: FieldMask;
  /** The bits of the values that conditions name, by their ids. */
  readonly values = new Map<string, ValueMask>();
  /** Those bits that belong to one value each. */
  ownValues: ValueMask = 0;

  /** @param place in a moment. */
  constructor(
    readonly field: FieldId,
    readonly place: number,
  ) {
    this.bit = 1 << Math.min(place, OTHERS);
  }
}

/** The fields that a set of conditions asks about, and the values that they name. */
export class FieldSlots {
  readonly all: FieldSlot[] = [];
  /** Whether anybody asks how fields were just before a fact. */
  asksBefore = false;
  private readonly byField = new Map<FieldId, FieldSlot>();
  private valueCount = 0;

  /** The slot of `field`, which it gets when it is first asked for. */
  of(field: FieldId): FieldSlot {
    const known = this.byField.get(field);
    if (known) return known;
    const slot = new FieldSlot(field, this.all.length);
    this.all.push(slot);
    this.byField.set(field, slot);
    return slot;
  }

  find(field: FieldId): FieldSlot | undefined {
    return this.byField.get(field);
  }

  maskOf(fields: readonly FieldId[]): FieldMask {
    return fields.reduce((mask, field) => mask | this.of(field).bit, 0);
  }

  /** The bits of some values of a field, which they get when they are first named. */
  valuesOf(field: FieldId, ids: readonly string[]): ValueMask {
    const slot = this.of(field);
    return ids.reduce((mask, id) => mask | (slot.values.get(id) ?? this.nameIn(slot, id)), 0);
  }

  private nameIn(slot: FieldSlot, id: string): ValueMask {
    const isOwn = this.valueCount < OWN_VALUE_BITS;
    const bit = isOwn ? 1 << this.valueCount++ : OTHER_VALUES;
    if (isOwn) slot.ownValues |= bit;
    slot.values.set(id, bit);
    return bit;
  }
}

/** Whether each of the values has a bit of its own, so that the bits say all. */
export const isExact = (values: ValueMask): boolean => (values & OTHER_VALUES) === 0;

/** The bits of those of `ids` that conditions name. */
export function bitsIn({ values }: FieldSlot, ids: readonly string[]): ValueMask {
  let mask = 0;
  for (const id of ids) mask |= values.get(id) ?? 0;
  return mask;
}
