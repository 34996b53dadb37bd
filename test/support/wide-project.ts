import { definitionsFileText } from '../../src/contract/definitions-file';
import { packed } from '../../src/contract/packed-text';
import { siteFileText } from '../../src/contract/site-file';
import type { AgreementDraft, MetricDraft } from '../../src/domain/agreement/draft';
import type { CalendarRecord } from '../../src/domain/calendar/calendar';
import type { Everything } from '../../src/domain/transfer/everything';
import type { SharedBySite } from '../../src/domain/transfer/shared';
import { resolverOf } from '../../src/handlers/resolver';
import { createSql } from '../site/forge/sql';
import { onWednesday } from './builders';
import { draft, projectValues } from './definitions';
import { forgeStores } from './forge-stores';
import { memoryPorts } from './memory-ports';

export interface Width {
  readonly services: number;
  readonly agreements: number;
  readonly calendars: number;
  /** Of the site's glossary. */
  readonly terms: number;
}

/** As wide as the app promises to stay usable with. */
export const WIDE: Width = { services: 500, agreements: 200, calendars: 60, terms: 500 };
/** What most projects have. */
export const SMALL: Width = { services: 5, agreements: 2, calendars: 2, terms: 5 };

const small = draft();
const [text, calendar, target] = [
  small.agreements[0],
  small.calendars[0],
  small.agreements[0]?.metrics[0],
] as [AgreementDraft, CalendarRecord, MetricDraft];
const list = <Item>(length: number, item: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => item(index));
const calendarId = (index: number, { calendars }: Width): string => `calendar-${index % calendars}`;
const clause = 'The provider tells the customer of planned interruptions five working days ahead. '.repeat(5);

/** Definitions of a project with so many of each, as people write them: four goals a target, clauses, holidays. */
export function wideFile(width: Width): Everything {
  return {
    holidaySets: list(Math.ceil(width.calendars / 10), (index) => ({
      id: `holidays-${index}`,
      name: `Holidays ${index}`,
      days: list(60, (day) => ({
        date: `202${6 + (day % 4)}-${String((day % 12) + 1).padStart(2, '0')}-${String((day % 28) + 1).padStart(2, '0')}`,
        name: `Holiday ${day}`,
      })),
    })),
    calendars: list(width.calendars, (index) => ({
      ...calendar,
      id: calendarId(index, width),
      name: `Calendar ${index}`,
      holidaySets: [`holidays-${Math.floor(index / 10)}`],
    })),
    agreements: list(width.agreements, (index) => ({
      ...text,
      id: `agreement-${index}`,
      name: `Agreement of customer ${index}`,
      customer: { field: 'labels', in: [`customer-${index}`] },
      services: [{ id: `service-${index % width.services}`, revision: 1 }],
      details: {
        parties: {
          provider: { name: 'Desk', contacts: [] },
          customer: { name: `Customer ${index}`, contacts: [] },
        },
        sections: [
          { kind: 'planned-interruptions', text: clause },
          { kind: 'complaints', text: clause },
        ],
      },
      metrics: ['response', 'resolution', 'recovery'].map((id) => ({
        ...target,
        id,
        goals: list(4, (goal) => ({
          name: `${id} ${goal}`,
          ...(goal < 3 && { when: { field: 'labels', in: [`urgency-${goal}`] } }),
          within: `${goal + 2}h`,
          calendar: calendarId(index, width),
        })),
      })),
    })),
    services: list(width.services, (index) => ({
      id: `service-${index}`,
      revision: 1,
      name: `Service ${index}`,
      summary: `What customers get by service ${index}, in words that they know.`,
      kind: 'business' as const,
      state: 'published' as const,
      owner: 'sam',
      hours: calendarId(index, width),
      mapping: { field: 'labels', in: [`service-${index}`] },
      ...(index > 0 && { restsOn: [`service-${Math.floor(index / 8)}`] }),
    })),
  };
}

/** What a site with so many of each shares. */
function wideShared(width: Width): SharedBySite {
  const { holidaySets = [], calendars } = wideFile(width);
  const terms = list(width.terms, (index) => ({
    id: `term-${index}`,
    en: { name: `term ${index}`, meaning: clause },
    zh: { name: `术语${index}`, meaning: clause },
    otherWords: list(5, (word) => `word ${index} ${word}`),
  }));
  return { holidaySets, calendars, terms, defaults: { expiringDays: 45 } };
}

/** What a call took. */
export interface Called {
  readonly answer: { readonly ok: boolean; readonly value?: unknown };
  readonly payloadBytes: number;
  readonly answerBytes: number;
  readonly statements: number;
  readonly ms: number;
}

const agreement = 'agreement-1';
const nextAgreement = {
  ...wideFile(SMALL).agreements[0],
  id: 'next',
  customer: { field: 'labels', in: ['customer-next'] },
};

type Packed = { readonly gzip: string };

/** Every call that a settings page makes of what may be many, and then those that carry what the site shares. */
const callsOf = (file: Packed, shared: Packed): readonly (readonly [name: string, payload: object])[] => [
  ['viewDefinitions', {}],
  ['viewAgreements', {}],
  ['viewAgreement', { agreement }],
  ['viewCalendars', {}],
  ['viewCatalogue', {}],
  ['viewService', { service: 'service-1' }],
  ['countCaught', {}],
  ['tryRules', { created: 1_795_000_000_000, fields: { labels: ['customer-1'] }, changes: [] }],
  ['exportDefinitions', {}],
  ['reviewImport', { file }],
  ['saveDraft', { doc: { id: 'next', basedOn: 0, text: nextAgreement }, seen: 0 }],
  ['reviewDraft', { agreement: 'next' }],
  ['publishDraft', { agreement: 'next', seen: 1, appliesToRunning: false, reason: '' }],
  ['saveService', { doc: { id: 'next', name: 'Next', kind: 'business', state: 'draft' }, seen: 0 }],
  ['takeStep', { agreement, seen: 0, step: 'suspend', reason: 'Strike' }],
  ['importSite', { file: shared }],
  ['reviewSiteImport', { file: shared }],
  ['exportSite', {}],
  ['viewSiteGlossary', {}],
];

/**
 * What every call of a settings page takes in a project with such definitions, on stores of its own; one at a time, since
 * Forge's SDK knows one site a process.
 */
export async function callsIn(width: Width): Promise<Map<string, Called>> {
  const sql = await createSql();
  let statements = 0;
  const stores = await forgeStores((path, body) => {
    statements += 1;
    return sql.handle(path, body);
  });
  const memory = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) memory.values.set(field, known);
  const resolve = resolverOf({ ...memory, ...stores, drains: memory.drains, thresholds: memory.thresholds });
  const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

  async function call(functionKey: string, payload: object): Promise<Called> {
    const before = statements;
    const began = performance.now();
    const answer = (await resolve(
      { call: { functionKey, payload }, context: { extension: { project: { id: '10000' } } } },
      { principal: { accountId: 'sam' } },
    )) as Called['answer'];
    const ms = performance.now() - began;
    return {
      answer,
      payloadBytes: bytes(payload),
      answerBytes: bytes(answer),
      statements: statements - before,
      ms,
    };
  }

  const file = { gzip: await packed(definitionsFileText(wideFile(width))) };
  const shared = { gzip: await packed(siteFileText(wideShared(width))) };
  // The first call brings the schema.
  await call('viewAgreements', {});
  const imported = await call('importDefinitions', { file });
  if (!imported.answer.ok) throw new Error(`not imported: ${JSON.stringify(imported.answer).slice(0, 300)}`);
  const taken = new Map([['importDefinitions', imported]]);
  for (const [name, payload] of callsOf(file, shared)) taken.set(name, await call(name, payload));
  sql.close();
  return taken;
}
