import type { Aspect, Service, ServiceText } from './service';

/** Each aspect by the fields that make it up; of the capability nothing is written down but that it changed. */
const FIELDS: Readonly<Record<Exclude<Aspect, 'capability'>, readonly (keyof ServiceText)[]>> = {
  mapping: ['mapping'],
  hours: ['hours'],
  tier: ['hoursTier', 'strengthTier'],
  goals: ['goals', 'rto', 'rpo'],
  state: ['state'],
};

/** The fields in which two texts of a service differ (C6). */
export function fieldsChanged(before: ServiceText, after: ServiceText): (keyof ServiceText)[] {
  const { changedIn: _before, ...old } = before as Service;
  const { changedIn: _after, ...anew } = after as Service;
  const fields = [...new Set([...Object.keys(old), ...Object.keys(anew)])] as (keyof ServiceText)[];
  return fields.filter((field) => written(before[field]) !== written(after[field]));
}

/**
 * A service as it is to be kept.
 *
 * @param before as it was kept; undefined for a new one.
 * @param revision the number of the revision that it will be.
 * @param isCapabilityChanged whether what gives the service changed, though nothing in its text says so.
 */
export function keptAs(
  text: ServiceText,
  before: Service | undefined,
  revision: number,
  isCapabilityChanged: boolean,
): Service {
  if (!before) return text;
  const fields = fieldsChanged(before, text);
  const aspects = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter((aspect) =>
    FIELDS[aspect].some((field) => fields.includes(field)),
  );
  const changed: readonly Aspect[] = isCapabilityChanged ? [...aspects, 'capability'] : aspects;
  const changedIn = {
    ...before.changedIn,
    ...Object.fromEntries(changed.map((aspect) => [aspect, revision])),
  };
  return Object.keys(changedIn).length > 0 ? { ...text, changedIn } : text;
}

/** The same for what says the same, in whatever order its keys stand. */
const written = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
