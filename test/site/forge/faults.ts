import { setTimeout as sleep } from 'node:timers/promises';
import type { SiteClock } from '../seams';
import { between, seededRandom } from './random';
import { parseRule, type CallRule, type DeliveryRule, type FaultRule } from './fault-rules';

/** Something that a rule may hit. */
export interface Subject {
  readonly what: (CallRule | DeliveryRule)['match']['what'];
  readonly name: string;
  readonly by?: 'app' | 'user' | 'page';
}

/** How those who answer a call spoil it. */
export interface Spoilers<T> {
  answer(status: number, headers: Readonly<Record<string, string>>): T | Promise<T>;
  hang(atOnce: boolean): Promise<T>;
  die(): Promise<T>;
}

/** A rule that lasts, with how many it has hit so far. */
export type ActiveRule = (CallRule | DeliveryRule) & { readonly hits: number };

/** Faults on demand: the platform asks here before it does anything. */
export interface Faults {
  /** Of several rules that match, the oldest that lasts counts. @throws Error that says what is wrong with the rule. */
  add(rule: FaultRule): void;
  readonly rules: readonly ActiveRule[];
  clear(): void;
  /** Performs a call, or spoils it. */
  call<T>(subject: Subject, perform: () => T | Promise<T>, spoilers: Spoilers<T>): Promise<T>;
  /** When to deliver something, in milliseconds of site time from the usual instant: once, twice or not at all. */
  deliveries(subject: Subject): readonly number[];
}

interface Entry<Rule> {
  readonly rule: Rule;
  /** Site time. */
  readonly until: number;
  readonly random: () => number;
  matched: number;
  hits: number;
}

/** Rules of one sort, oldest first. */
function ruleList<Rule extends CallRule | DeliveryRule>(clock: Pick<SiteClock, 'now'>) {
  let entries: Entry<Rule>[] = [];

  function lasting(): Entry<Rule>[] {
    const now = clock.now();
    entries = entries.filter(({ rule, until, hits }) => now < until && hits < (rule.lasts.times ?? Infinity));
    return entries;
  }

  return {
    add(rule: Rule): void {
      const until = clock.now() + (rule.lasts.forMs ?? Infinity);
      entries.push({ rule, until, random: seededRandom(rule.lasts.seed), matched: 0, hits: 0 });
    },
    list: () => lasting().map(({ rule, hits }) => ({ ...rule, hits })),
    clear(): void {
      entries = [];
    },
    /** How long an effect that waits does is settled already. */
    effectOn(subject: Subject): Rule['effect'] | undefined {
      for (const entry of lasting()) {
        if (!matches(entry.rule.match, subject)) continue;
        entry.matched += 1;
        if (entry.matched <= entry.rule.lasts.skip) continue;
        // Drawn for each that matches, so that what a later one draws does not depend on what became of this one.
        const [luck, length] = [entry.random(), entry.random()];
        if (luck >= entry.rule.lasts.chance) continue;
        entry.hits += 1;
        const { effect } = entry.rule;
        if (effect.do !== 'wait') return effect;
        return { ...effect, ms: between(effect.ms, effect.upToMs ?? effect.ms, () => length) };
      }
      return undefined;
    },
  };
}

export function createFaults(clock: Pick<SiteClock, 'now'>): Faults {
  const calls = ruleList<CallRule>(clock);
  const deliveries = ruleList<DeliveryRule>(clock);
  return {
    add(rule) {
      const parsed = parseRule(rule);
      if ('call' in parsed) calls.add(parsed.call);
      else deliveries.add(parsed.delivery);
    },
    get rules() {
      return [...calls.list(), ...deliveries.list()];
    },
    clear() {
      calls.clear();
      deliveries.clear();
    },
    async call(subject, perform, spoilers) {
      const effect = calls.effectOn(subject);
      if (effect === undefined) return perform();
      if (effect.do === 'wait') {
        await pause(effect.ms);
        return perform();
      }
      if (effect.done) await perform();
      if (effect.do === 'answer') return spoilers.answer(effect.status, effect.headers);
      return effect.do === 'hang' ? spoilers.hang(effect.atOnce) : spoilers.die();
    },
    deliveries(subject) {
      const effect = deliveries.effectOn(subject);
      if (effect === undefined) return [0];
      if (effect.do === 'wait') return [effect.ms];
      return effect.do === 'double' ? [0, 0] : [];
    },
  };
}

/** Machine time that keeps no process alive. */
export function pause(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}

function matches(match: (CallRule | DeliveryRule)['match'], { what, name, by }: Subject): boolean {
  if (match.what !== what) return false;
  if (match.what === 'jira' && match.by !== undefined && match.by !== by) return false;
  const pattern = match.name.split('*').map(escaped).join('[^]*');
  return new RegExp(`^${pattern}$`).test(name);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
