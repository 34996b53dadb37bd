import { bitsIn, COMMENTS, CREATION, DELETION, MEMBERSHIPS } from './field-slots';
import type { FieldMask, FieldSlots, ValueMask } from './field-slots';
import type { Fact, FieldId, FieldValue } from './history';

const EMPTY: FieldValue = [];

/**
 * An issue while its history is read: how its fields are at the fact that happens, and how they were just before it. It
 * knows only the fields that somebody asks about.
 */
export class Moment {
  readonly now: FieldValue[];
  readonly before: FieldValue[];
  /** The named values that the fields hold; before the fact, and as it. A shared bit stays once it is set. */
  values: ValueMask = 0;
  valuesBefore: ValueMask = 0;
  /** The named values that the fact gives to fields. */
  given: ValueMask = 0;
  private groups: Map<string, FieldValue> | undefined;
  /** The groups of the account that the fact tells them of, as they were known before it. */
  groupsBefore: FieldValue | undefined;
  fact: Fact | undefined;
  /** What the fact touched. */
  touched: FieldMask = 0;
  /** Whether a condition could not be decided, because something was not known (engine rule 21). */
  isUndecided = false;

  constructor(private readonly slots: FieldSlots) {
    this.now = slots.all.map(() => EMPTY);
    this.before = slots.asksBefore ? [...this.now] : this.now;
  }

  advance(fact: Fact): void {
    const { slots, now } = this;
    if (slots.asksBefore) this.keepBefore();
    this.fact = fact;
    let touched = 0;
    let given = 0;
    if (fact.kind === 'changed') {
      for (const change of fact.changes) {
        const slot = slots.find(change.field);
        if (slot === undefined) continue;
        const found = bitsIn(slot, change.to);
        now[slot.place] = change.to;
        this.values = (this.values & ~slot.ownValues) | found;
        given |= found;
        touched |= slot.bit;
      }
    } else if (fact.kind === 'commented') {
      touched = COMMENTS;
    } else if (fact.kind === 'created') {
      touched = CREATION;
      for (const slot of slots.all) {
        const value = fact.fields[slot.field] ?? EMPTY;
        now[slot.place] = value;
        this.values = (this.values & ~slot.ownValues) | bitsIn(slot, value);
        touched |= slot.bit;
      }
    } else if (fact.kind === 'membership') {
      this.groups ??= new Map();
      this.groupsBefore = this.groups.get(fact.account);
      this.groups.set(fact.account, fact.groups);
      touched = MEMBERSHIPS;
    } else {
      touched = DELETION;
    }
    this.touched = touched;
    this.given = given;
  }

  startDeciding(): void {
    this.isUndecided = false;
  }

  /** The values of a field as they are now; none when nobody asks about it. */
  valueOf(field: FieldId): FieldValue {
    const slot = this.slots.find(field);
    return (slot && this.now[slot.place]) ?? EMPTY;
  }

  /** Which groups an account is known to be in. */
  groupsOf(account: string): FieldValue | undefined {
    return this.groups?.get(account);
  }

  /** The same just before the fact. */
  groupsBeforeOf(account: string): FieldValue | undefined {
    const told = this.fact?.kind === 'membership' && this.fact.account === account;
    return told ? this.groupsBefore : this.groupsOf(account);
  }

  private keepBefore(): void {
    const { now, before } = this;
    this.valuesBefore = this.values;
    for (let slot = 0; slot < now.length; slot += 1) before[slot] = now[slot] ?? EMPTY;
  }
}
