import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Reference } from '../../../../src/domain/timer/condition';
import { readFieldValues } from '../platform/field-values';
import { findPeople } from '../platform/people-search';

/** The values of a field that recent issues of the project have; none is asked for while `isWanted` is false. */
export function useFieldValues(field: string, isWanted: boolean): UseQueryResult<Reference[]> {
  return useQuery({
    queryKey: ['field-values', field],
    queryFn: () => readFieldValues(field),
    enabled: isWanted,
    staleTime: 60_000,
  });
}

/** People whose name begins so; nobody is looked for before something is typed. */
export function usePeopleFound(query: string): UseQueryResult<Reference[]> {
  return useQuery({
    queryKey: ['people-found', query],
    queryFn: () => findPeople(query),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
