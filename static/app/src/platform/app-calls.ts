import { makeInvoke } from '@forge/bridge';
import * as v from 'valibot';
import type { Answer } from '../../../../src/contract/answer';
import { resolverAnswers } from '../../../../src/contract/resolver-answers';
import type { Call, PayloadOf, ResolverDefinitions, ValueOf } from '../../../../src/contract/resolver-api';
import { CallFailure } from './call-failure';

const invoke = makeInvoke<ResolverDefinitions>() as (call: Call, payload: unknown) => Promise<unknown>;

/**
 * Calls the app on the server.
 * @throws CallFailure
 */
export async function callApp<Name extends Call>(
  name: Name,
  payload: PayloadOf<Name>,
): Promise<ValueOf<Name>> {
  const schema = resolverAnswers[name] as unknown as v.GenericSchema<unknown, Answer<ValueOf<Name>>>;
  const raw = await invoke(name, payload).catch(() => {
    throw new CallFailure('unreachable');
  });
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) throw new CallFailure('outdated');
  const answer = parsed.output;
  if (!answer.ok) throw new CallFailure(answer.refusal, answer.problems);
  return answer.value;
}
