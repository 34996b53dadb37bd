import type { Agreement } from '../agreement/agreement';
import type { AgreementStanding } from '../agreement/standing-of';
import type { CalendarRecord } from '../calendar/calendar';
import type { HolidaySet } from '../calendar/holiday-set';
import type { Service } from '../catalogue/service';
import type { Problem } from '../problem';
import { days, later, type Instant } from '../time/instant';
import type { MetricKind } from '../timer/metric';
import { effectless, holidaysThatEnd, unusedCalendars } from './lint-findings';

/** A record of the project, as a page names it and leads to it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An agreement with the text of its version that is in force, will be or was. */
export interface AgreementNow extends Pick<AgreementStanding, 'state' | 'endsAt'> {
  readonly doc: Agreement;
  /** Since when that version counts. */
  readonly since: Instant;
}

/** What a project promises and by what, as it stands. */
export interface Promised {
  readonly agreements: readonly AgreementNow[];
  readonly services: readonly Service[];
  /** Every one that agreements of the project may count on. */
  readonly calendars: readonly CalendarRecord[];
  readonly holidaySets: readonly HolidaySet[];
  /** Ids of those calendars and holiday sets that are the project's own: who else uses those of the site is not known here. */
  readonly own: { readonly calendars: readonly string[]; readonly holidaySets: readonly string[] };
}

/** Something that promises something, and that issues should be seen to use. */
export interface Target {
  readonly agreement: Named;
  readonly metric: { readonly id: string; readonly kind: MetricKind };
  /** Its goals by their names, but for those that are proven to hold for no issue. */
  readonly goals: readonly string[];
  readonly since: Instant;
}

/** What falls through, as far as the rules and the catalogue show it by themselves (engine rule 22, R7). */
export interface Gaps {
  /** Published services that no agreement in force names. */
  readonly servicesUncovered: readonly Named[];
  /** Agreements in force that name no service although there is a catalogue. */
  readonly agreementsUnbound: readonly Named[];
  /** Agreements that end within {@link AHEAD}, or have ended and are not archived; what ends first stands first. */
  readonly ending: readonly (Named & { readonly endsAt: Instant; readonly hasEnded: boolean })[];
  /** What is proven to have no effect, in agreements that are in force or will be. */
  readonly effectless: readonly {
    readonly agreement: Named;
    /** The kind of the target that it stands in. */
    readonly metric?: MetricKind;
    readonly problem: Problem;
  }[];
  readonly calendarsUnused: readonly Named[];
  readonly holidaySetsUnused: readonly Named[];
  /** Calendars in use whose holidays are past, or nearly so. */
  readonly holidaysEnding: readonly { readonly calendar: Named; readonly problem: Problem }[];
  /** What issues should be seen to use. */
  readonly targets: readonly Target[];
}

/** How far ahead the end of an agreement shows. */
export const AHEAD = days(60);

const inForce: readonly AgreementNow['state'][] = ['in-force', 'expiring', 'suspended'];
const isInForce = ({ state }: AgreementNow): boolean => inForce.includes(state);
const hasEnded = ({ state }: AgreementNow): boolean => state === 'expired' || state === 'terminated';
const named = ({ id, name }: Named): Named => ({ id, name });

export function gapsIn(promised: Promised, now: Instant): Gaps {
  const { services, calendars, holidaySets, own } = promised;
  const agreements = promised.agreements.filter(({ state }) => state !== 'archived');
  const kept = agreements.filter(isInForce).map(({ doc }) => doc);
  const living = agreements.filter((each) => !hasEnded(each));
  const definitions = { calendars, holidaySets, agreements: living.map(({ doc }) => doc) };
  const covered = new Set(kept.flatMap((doc) => doc.services?.map(({ id }) => id) ?? []));
  const published = services.filter(({ state }) => state === 'published');
  const withoutEffect = effectless(definitions);
  const hours = new Set(services.flatMap((each) => (each.state === 'retired' ? [] : (each.hours ?? []))));
  const ownCalendars = calendars.filter(({ id }) => own.calendars.includes(id));
  return {
    servicesUncovered: published.filter(({ id }) => !covered.has(id)).map(named),
    agreementsUnbound: published.length > 0 ? kept.filter((doc) => !doc.services?.length).map(named) : [],
    ending: agreements
      .flatMap((each) => endingOf(each, now) ?? [])
      .sort((a, b) => a.endsAt - b.endsAt || (a.id < b.id ? -1 : 1)),
    effectless: withoutEffect,
    calendarsUnused: unusedCalendars(definitions, now)
      .filter(({ id }) => own.calendars.includes(id) && !hours.has(id))
      .map(named),
    holidaySetsUnused: holidaySets
      .filter(({ id, archived }) => own.holidaySets.includes(id) && !archived)
      .filter(({ id }) => !ownCalendars.some((calendar) => calendar.holidaySets?.includes(id)))
      .map(named),
    holidaysEnding: holidaysThatEnd(definitions, now),
    targets: agreements.filter(isInForce).flatMap((each) => targetsOf(each, withoutEffect)),
  };
}

function endingOf(agreement: AgreementNow, now: Instant): Gaps['ending'][number] | undefined {
  const { doc, endsAt } = agreement;
  if (endsAt === undefined || endsAt > later(now, AHEAD)) return undefined;
  return { ...named(doc), endsAt, hasEnded: hasEnded(agreement) };
}

function targetsOf({ doc, since }: AgreementNow, withoutEffect: Gaps['effectless']): Target[] {
  const proven = withoutEffect.filter(({ agreement }) => agreement.id === doc.id);
  return doc.metrics.flatMap(({ id, kind, goals }, index) => {
    const found = proven.filter(({ problem }) => problem.path.startsWith(`metrics[${index}]`));
    if (proven.some(({ problem }) => problem.path === '')) return [];
    if (found.some(({ problem }) => problem.details['event'] === 'start')) return [];
    const never = new Set(found.map(({ problem }) => problem.details['name']));
    const names = goals.map(({ name }) => name).filter((name) => !never.has(name));
    return { agreement: named(doc), metric: { id, kind }, goals: names, since };
  });
}
