import { REPORTING } from '../agreement/reporting';
import { MONITORING_ID } from '../breach/causes';
import { DEFAULTS_ID } from '../defaults/site-defaults';
import { SCOPE_TEXT } from '../out-of-scope/out-of-scope';
import type { Everything } from './everything';
import type { SharedBySite } from './shared';

export const comparedKinds = [
  'holiday-set',
  'calendar',
  'agreement',
  'version',
  'draft',
  'case',
  'service',
  'reporting',
  'monitoring',
  'scope-text',
  'term',
  'defaults',
] as const;
/** What becomes of a record of a file; a `version` is one that comes into force later. */
export interface ComparedRecord<Kind extends string = (typeof comparedKinds)[number]> {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  /** `changed`: another one of this kind and id is here. */
  readonly what: 'new' | 'changed' | 'same';
}
/** Names a record of a file, such as `calendar office-hours`. */
export type RecordKey = string;

export const recordKey = ({ kind, id }: Pick<ComparedRecord, 'kind' | 'id'>): RecordKey => `${kind} ${id}`;
export const versionId = (id: string, version: number): string => `${id}@${version}`;

/** A file without the records that are to stay as they are here, and where each of the others stood in it. */
export interface Chosen<File> {
  readonly file: File;
  /** A path in the whole file, for one in what is left of it. */
  readonly placeOf: (path: string) => string;
}

/** What is not a list is left out where it is not taken. */
type Single = 'reporting' | 'monitoring' | 'scope-text';
type SingleList = 'reporting' | 'monitoring' | 'scopeText';
type ChosenEverything = Required<Omit<Everything, SingleList>> & Pick<Everything, SingleList>;

export function chosenOf(file: Everything, keep: ReadonlySet<RecordKey>): Chosen<ChosenEverything> {
  const { some, placeOf } = leavingOut(keep);
  const isTaken = (kind: Single, id: string): boolean => !keep.has(recordKey({ kind, id }));
  const { reporting, monitoring, scopeText } = file;
  return {
    file: {
      holidaySets: some('holidaySets', file.holidaySets, keyed('holiday-set')),
      calendars: some('calendars', file.calendars, keyed('calendar')),
      agreements: some('agreements', file.agreements, keyed('agreement')),
      scheduled: some('scheduled', file.scheduled, ({ text, version }) =>
        recordKey({ kind: 'version', id: versionId(text.id, version) }),
      ),
      drafts: some('drafts', file.drafts, keyed('draft')),
      cases: some('cases', file.cases, keyed('case')),
      services: some('services', file.services, keyed('service')),
      lives: file.lives ?? [],
      looks: file.looks ?? [],
      ...(reporting && isTaken('reporting', REPORTING) && { reporting }),
      ...(monitoring && isTaken('monitoring', MONITORING_ID) && { monitoring }),
      ...(scopeText && isTaken('scope-text', SCOPE_TEXT) && { scopeText }),
    },
    placeOf,
  };
}

/** The same of a file of what the site shares. */
export function chosenShared(file: SharedBySite, keep: ReadonlySet<RecordKey>): Chosen<SharedBySite> {
  const { some, placeOf } = leavingOut(keep);
  const isTaken = file.defaults && !keep.has(recordKey({ kind: 'defaults', id: DEFAULTS_ID }));
  return {
    file: {
      holidaySets: some('holidaySets', file.holidaySets, keyed('holiday-set')),
      calendars: some('calendars', file.calendars, keyed('calendar')),
      terms: some('terms', file.terms, keyed('term')),
      ...(isTaken && { defaults: file.defaults }),
    },
    placeOf,
  };
}

const keyed =
  (kind: ComparedRecord['kind']) =>
  ({ id }: { readonly id: string }): RecordKey =>
    recordKey({ kind, id });

function leavingOut(keep: ReadonlySet<RecordKey>) {
  const places = new Map<string, number[]>();
  return {
    some: <Item>(
      list: string,
      items: readonly Item[] | undefined,
      key: (item: Item) => RecordKey,
    ): Item[] => {
      const left = (items ?? []).flatMap((item, index) => (keep.has(key(item)) ? [] : [{ item, index }]));
      places.set(
        list,
        left.map(({ index }) => index),
      );
      return left.map(({ item }) => item);
    },
    placeOf: (path: string): string =>
      path.replace(/^(\w+)\[(\d+)\]/, (_place, list: string, index: string) => {
        const whole = places.get(list)?.[Number(index)] ?? Number(index);
        return `${list}[${whole}]`;
      }),
  };
}
