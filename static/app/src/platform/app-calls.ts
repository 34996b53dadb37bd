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
