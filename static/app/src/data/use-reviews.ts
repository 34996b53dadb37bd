import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import type {
  ProcessReviewView,
  ReviewListView,
  ReviewView,
  ServiceReportView,
} from '../../../../src/contract/reviews';
import { callApp } from '../platform/app-calls';

const KEY = ['reviews'] as const;

/** The reviews and service reports of the project: those that there are, and those that are due. */
export function useReviews(): UseQueryResult<ReviewListView> {
  return useQuery({ queryKey: [...KEY, 'list'], queryFn: () => callApp('viewReviews', {}), staleTime: 0 });
}

/** One review; null when it is not there. */
export function useReview(id: string): UseQueryResult<ReviewView | null> {
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: () => callApp('viewReview', { id }),
    staleTime: 0,
  });
}

/** One service report; null when it is not there. */
export function useServiceReport(id: string): UseQueryResult<ServiceReportView | null> {
  return useQuery({
    queryKey: [...KEY, 'report', id],
    queryFn: () => callApp('viewServiceReport', { id }),
    staleTime: 0,
  });
}

/** Whether service level management itself is in order. */
export function useProcessReview(): UseQueryResult<ProcessReviewView> {
  return useQuery({
    queryKey: [...KEY, 'process'],
    queryFn: () => callApp('viewProcessReview', {}),
    staleTime: 0,
  });
}

/** Changes a review or a service report, and has all pages show how it stands then. */
export function useChangeReviews<Name extends 'prepareReview' | 'takeReviewStep' | 'saveServiceReport'>(
  name: Name,
): UseMutationResult<unknown, Error, PayloadOf<Name>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<Name>) => callApp(name, payload),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
