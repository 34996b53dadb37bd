import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import type { RulesTried } from '../../../../src/contract/rules-tried';
import { callApp } from '../platform/app-calls';

/** What the rules make of an issue, or of one that is made up; null when there is no such issue. */
export function useTriedRules(): UseMutationResult<RulesTried | null, Error, PayloadOf<'tryRules'>> {
  return useMutation({ mutationFn: (asked: PayloadOf<'tryRules'>) => callApp('tryRules', asked) });
}
