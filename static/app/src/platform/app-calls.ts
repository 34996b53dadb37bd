import { makeInvoke } from '@forge/bridge';
import * as v from 'valibot';
import type { Answer } from '../../../../src/contract/answer';
import { panelAnswers } from '../../../../src/contract/panel-answers';
import type { Call, PayloadOf, ResolverDefinitions, ValueOf } from '../../../../src/contract/resolver-api';
import { CallFailure } from './call-failure';

const invoke = makeInvoke<ResolverDefinitions>() as (call: Call, payload: unknown) => Promise<unknown>;

async function answerSchemaOf(name: Call): Promise<v.GenericSchema<unknown, Answer<unknown>>> {
  if (name in panelAnswers) return panelAnswers[name as keyof typeof panelAnswers];
  const { resolverAnswers } = await import('../../../../src/contract/resolver-answers');
  return resolverAnswers[name];
}

/**
 * Calls the app on the server.
 * @throws CallFailure
 */
export async function callApp<Name extends Call>(
  name: Name,
  payload: PayloadOf<Name>,
): Promise<ValueOf<Name>> {
  const [schema, raw] = await Promise.all([answerSchemaOf(name), invoke(name, payload)]).catch(() => {
    throw new CallFailure('unreachable');
  });
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) throw new CallFailure('outdated');
  const answer = parsed.output;
  if (!answer.ok) throw new CallFailure(answer.refusal, answer.problems);
  return answer.value as ValueOf<Name>;
}
