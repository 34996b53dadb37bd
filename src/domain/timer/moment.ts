import type { Fact, FieldId, FieldValue } from './history';

const EMPTY: FieldValue = [];

/** Bits that say which fields a fact touched, or which a condition asks about; other facts have a bit each. */
export type FieldMask = number;

/** Stands for all fields beyond those that have a bit of their own. */
const OTHERS = 26;
// No fields, but facts that conditions ask about too.
export const MEMBERSHIPS: FieldMask = 1 << 27;
export const COMMENTS: FieldMask = 1 << 28;
export const CREATION: FieldMask = 1 << 29;
export const DELETION: FieldMask = 1 << 30;

/** The fields that a set of conditions asks about, each with its place in a {@link Moment}. */
export class FieldSlots {
  readonly fields: FieldId[] = [];
  /** Whether anybody asks how fields were just before a fact. */
  asksBefore = false;
  private readonly slots = new Map<FieldId, number>();

  /** The place of `field`, which it gets when it is first asked for. */
  of(field: FieldId): number {
    const known = this.slots.get(field);
    if (known !== undefined) return known;
    this.slots.set(field, this.fields.length);
    return this.fields.push(field) - 1;
  }

  find(field: FieldId): number | undefined {
    return this.slots.get(field);
  }

  maskOf(fields: readonly FieldId[]): FieldMask {
    return fields.reduce((mask, field) => mask | bitOf(this.of(field)), 0);
  }
}

/** The bit of a slot, of which the last stands for several fields. */
export const bitOf = (slot: number): FieldMask => 1 << (slot < OTHERS ? slot : OTHERS);

/**
 * An issue while its history is read: how its fields are at the fact that happens, and how they were just before it. It
 * knows only the fields that somebody asks about.
 */
export class Moment {
  readonly now: FieldValue[];
  readonly before: FieldValue[];
  readonly groups = new Map<string, FieldValue>();
  /** The groups of the account that the fact tells them of, as they were known before it. */
  groupsBefore: FieldValue | undefined;
  fact: Fact | undefined;
  /** What the fact touched. */
  touched: FieldMask = 0;
  /** Whether a condition could not be decided, because something was not known (engine rule 21). */
  isUndecided = false;

  constructor(private readonly slots: FieldSlots) {
    this.now = slots.fields.map(() => EMPTY);
    this.before = slots.asksBefore ? [...this.now] : this.now;
  }

  advance(fact: Fact): void {
    const { slots, now } = this;
    if (slots.asksBefore) this.keepBefore();
    this.fact = fact;
    let touched = 0;
    if (fact.kind === 'changed') {
      for (const change of fact.changes) {
        const slot = slots.find(change.field);
        if (slot === undefined) continue;
        now[slot] = change.to;
        touched |= bitOf(slot);
      }
    } else if (fact.kind === 'commented') {
      touched = COMMENTS;
    } else if (fact.kind === 'created') {
      touched = CREATION;
      for (const [slot, field] of slots.fields.entries()) {
        now[slot] = fact.fields[field] ?? EMPTY;
        touched |= bitOf(slot);
      }
    } else if (fact.kind === 'membership') {
      this.groupsBefore = this.groups.get(fact.account);
      this.groups.set(fact.account, fact.groups);
      touched = MEMBERSHIPS;
    } else {
      touched = DELETION;
    }
    this.touched = touched;
  }

  startDeciding(): void {
    this.isUndecided = false;
  }

  /** The values of a field as they are now; none when nobody asks about it. */
  valueOf(field: FieldId): FieldValue {
    const slot = this.slots.find(field);
    return (slot === undefined ? undefined : this.now[slot]) ?? EMPTY;
  }

  /** Which groups an account was known to be in just before the fact. */
  groupsBeforeOf(account: string): FieldValue | undefined {
    const told = this.fact?.kind === 'membership' && this.fact.account === account;
    return told ? this.groupsBefore : this.groups.get(account);
  }

  private keepBefore(): void {
    const { now, before } = this;
    for (let slot = 0; slot < now.length; slot += 1) before[slot] = now[slot] ?? EMPTY;
  }
}
