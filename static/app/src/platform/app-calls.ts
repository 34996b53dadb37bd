import { makeInvoke } from '@forge/bridge';
import * as v from 'valibot';
import type { Answer } from '../../../../src/contract/answer';
import {
  resolverApi,
  type PayloadOf,
  type ResolverDefinitions,
  type ValueOf,
} from '../../../../src/contract/resolver-api';
import { CallFailure } from './call-failure';

const invoke = makeInvoke<ResolverDefinitions>();

/** @throws CallFailure */
export function viewIssueTimers(payload: PayloadOf<'viewIssueTimers'>): Promise<ValueOf<'viewIssueTimers'>> {
  return valueOf(resolverApi.viewIssueTimers.answer, invoke('viewIssueTimers', payload));
}

/** @throws CallFailure */
export function explainIssueTimers(): Promise<ValueOf<'explainIssueTimers'>> {
  return valueOf(resolverApi.explainIssueTimers.answer, invoke('explainIssueTimers', {}));
}

/** @throws CallFailure */
export function viewDefinitions(): Promise<ValueOf<'viewDefinitions'>> {
  return valueOf(resolverApi.viewDefinitions.answer, invoke('viewDefinitions', {}));
}

/** @throws CallFailure */
export function importDefinitions(
  payload: PayloadOf<'importDefinitions'>,
): Promise<ValueOf<'importDefinitions'>> {
  return valueOf(resolverApi.importDefinitions.answer, invoke('importDefinitions', payload));
}

/** @throws CallFailure */
export function viewBackfill(): Promise<ValueOf<'viewBackfill'>> {
  return valueOf(resolverApi.viewBackfill.answer, invoke('viewBackfill', {}));
}

/** @throws CallFailure */
export function pauseBackfill(): Promise<ValueOf<'pauseBackfill'>> {
  return valueOf(resolverApi.pauseBackfill.answer, invoke('pauseBackfill', {}));
}

/** @throws CallFailure */
export function resumeBackfill(): Promise<ValueOf<'resumeBackfill'>> {
  return valueOf(resolverApi.resumeBackfill.answer, invoke('resumeBackfill', {}));
}

/** @throws CallFailure */
export function viewCalendars(): Promise<ValueOf<'viewCalendars'>> {
  return valueOf(resolverApi.viewCalendars.answer, invoke('viewCalendars', {}));
}

/** @throws CallFailure */
export function viewSiteCalendars(): Promise<ValueOf<'viewSiteCalendars'>> {
  return valueOf(resolverApi.viewSiteCalendars.answer, invoke('viewSiteCalendars', {}));
}

/** @throws CallFailure */
export function saveCalendar(payload: PayloadOf<'saveCalendar'>): Promise<ValueOf<'saveCalendar'>> {
  return valueOf(resolverApi.saveCalendar.answer, invoke('saveCalendar', payload));
}

/** @throws CallFailure */
export function saveHolidaySet(payload: PayloadOf<'saveHolidaySet'>): Promise<ValueOf<'saveHolidaySet'>> {
  return valueOf(resolverApi.saveHolidaySet.answer, invoke('saveHolidaySet', payload));
}

/** @throws CallFailure */
export function saveSiteCalendar(
  payload: PayloadOf<'saveSiteCalendar'>,
): Promise<ValueOf<'saveSiteCalendar'>> {
  return valueOf(resolverApi.saveSiteCalendar.answer, invoke('saveSiteCalendar', payload));
}

/** @throws CallFailure */
export function saveSiteHolidaySet(
  payload: PayloadOf<'saveSiteHolidaySet'>,
): Promise<ValueOf<'saveSiteHolidaySet'>> {
  return valueOf(resolverApi.saveSiteHolidaySet.answer, invoke('saveSiteHolidaySet', payload));
}

/** @throws CallFailure */
export function viewHealth(): Promise<ValueOf<'viewHealth'>> {
  return valueOf(resolverApi.viewHealth.answer, invoke('viewHealth', {}));
}

/** @throws CallFailure */
export function pauseBackfillOf(payload: PayloadOf<'pauseBackfillOf'>): Promise<ValueOf<'pauseBackfillOf'>> {
  return valueOf(resolverApi.pauseBackfillOf.answer, invoke('pauseBackfillOf', payload));
}

/** @throws CallFailure */
export function resumeBackfillOf(
  payload: PayloadOf<'resumeBackfillOf'>,
): Promise<ValueOf<'resumeBackfillOf'>> {
  return valueOf(resolverApi.resumeBackfillOf.answer, invoke('resumeBackfillOf', payload));
}

/** @throws CallFailure */
export function viewRepairs(payload: PayloadOf<'viewRepairs'>): Promise<ValueOf<'viewRepairs'>> {
  return valueOf(resolverApi.viewRepairs.answer, invoke('viewRepairs', payload));
}

/** @throws CallFailure */
export function previewRepair(payload: PayloadOf<'previewRepair'>): Promise<ValueOf<'previewRepair'>> {
  return valueOf(resolverApi.previewRepair.answer, invoke('previewRepair', payload));
}

/** @throws CallFailure */
export function pausePreview(payload: PayloadOf<'pausePreview'>): Promise<ValueOf<'pausePreview'>> {
  return valueOf(resolverApi.pausePreview.answer, invoke('pausePreview', payload));
}

/** @throws CallFailure */
export function resumePreview(payload: PayloadOf<'resumePreview'>): Promise<ValueOf<'resumePreview'>> {
  return valueOf(resolverApi.resumePreview.answer, invoke('resumePreview', payload));
}

/** @throws CallFailure */
export function discardPreview(payload: PayloadOf<'discardPreview'>): Promise<ValueOf<'discardPreview'>> {
  return valueOf(resolverApi.discardPreview.answer, invoke('discardPreview', payload));
}

/** @throws CallFailure */
export function viewDifferences(payload: PayloadOf<'viewDifferences'>): Promise<ValueOf<'viewDifferences'>> {
  return valueOf(resolverApi.viewDifferences.answer, invoke('viewDifferences', payload));
}

/** @throws CallFailure */
export function applyRepair(payload: PayloadOf<'applyRepair'>): Promise<ValueOf<'applyRepair'>> {
  return valueOf(resolverApi.applyRepair.answer, invoke('applyRepair', payload));
}

async function valueOf<Value>(
  schema: v.GenericSchema<unknown, Answer<Value>>,
  answering: Promise<unknown>,
): Promise<Value> {
  const raw = await answering.catch(() => {
    throw new CallFailure('unreachable');
  });
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) throw new CallFailure('outdated');
  const answer = parsed.output;
  if (!answer.ok) throw new CallFailure(answer.refusal, answer.problems);
  return answer.value;
}
