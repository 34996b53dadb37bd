import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { GlossaryView } from '../../../../src/contract/glossary';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';
import type { Home } from './use-calendars';

const keyOf = (home: Home) => ['glossary', home] as const;

/** The site's glossary, as a project's page or the one of the whole site may ask for it. */
export function useGlossary(home: Home): UseQueryResult<GlossaryView> {
  return useQuery({
    queryKey: keyOf(home),
    queryFn: () => callApp(home === 'site' ? 'viewSiteGlossary' : 'viewGlossary', {}),
  });
}

/** Saves a term of the site, or takes it out, and shows how the glossary stands then. */
export function useSaveTerm(): UseMutationResult<GlossaryView, Error, PayloadOf<'saveTerm'>> {
  return useChange((payload) => callApp('saveTerm', payload));
}

/** Adds the ready-made terms. */
export function useAddReadyTerms(): UseMutationResult<GlossaryView, Error, void> {
  return useChange(() => callApp('addReadyTerms', {}));
}

function useChange<Payload>(
  change: (payload: Payload) => Promise<GlossaryView>,
): UseMutationResult<GlossaryView, Error, Payload> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (view) => client.setQueryData(keyOf('site'), view),
  });
}
