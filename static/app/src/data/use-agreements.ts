import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { AgreementsView, AgreementView, DraftReview } from '../../../../src/contract/agreements';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { callApp } from '../platform/app-calls';

export const agreementsKey = ['agreements'] as const;
const keyOf = (agreement: string) => [...agreementsKey, 'one', agreement] as const;

/** The agreements of the project, each in a line. */
export function useAgreements(): UseQueryResult<AgreementsView> {
  return useQuery({ queryKey: [...agreementsKey, 'all'], queryFn: () => callApp('viewAgreements', {}) });
}

/** One of them with its versions, steps and draft; null when there is none. */
export function useAgreement(agreement: string): UseQueryResult<AgreementView | null> {
  return useQuery({
    queryKey: keyOf(agreement),
    queryFn: () => callApp('viewAgreement', { agreement }),
  });
}

/** What a version says. It never changes. */
export function useAgreementVersion(agreement: string, version: number): UseQueryResult<Agreement | null> {
  return useQuery({
    queryKey: [...agreementsKey, 'version', agreement, version],
    queryFn: () => callApp('viewAgreementVersion', { agreement, version }),
    staleTime: Infinity,
    enabled: version > 0,
  });
}

/** What the server says of a draft, as it was saved with that revision. */
export function useDraftReview(agreement: string, revision: number): UseQueryResult<DraftReview> {
  return useQuery({
    queryKey: [...agreementsKey, 'review', agreement, revision],
    queryFn: () => callApp('reviewDraft', { agreement }),
    staleTime: 0,
  });
}

type Changing<Payload> = UseMutationResult<AgreementView | null, Error, Payload>;

/** Keeps a draft as far as it is written, or puts it away. */
export function useSaveDraft(): Changing<PayloadOf<'saveDraft'>> {
  return useAgreementChange(
    (payload) => callApp('saveDraft', payload),
    ({ doc }) => doc.id,
  );
}

export function usePublishDraft(): Changing<PayloadOf<'publishDraft'>> {
  return useAgreementChange(
    (payload) => callApp('publishDraft', payload),
    ({ agreement }) => agreement,
  );
}

export function useTakeStep(): Changing<PayloadOf<'takeStep'>> {
  return useAgreementChange(
    (payload) => callApp('takeStep', payload),
    ({ agreement }) => agreement,
  );
}

function useAgreementChange<Payload>(
  change: (payload: Payload) => Promise<AgreementView | null>,
  idOf: (payload: Payload) => string,
): Changing<Payload> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (view, payload) => {
      // What was changed may show in any other section, when that is opened.
      await client.invalidateQueries({ refetchType: 'none' });
      client.setQueryData(keyOf(idOf(payload)), view);
    },
  });
}
