import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { MonitoringRecordView, RecordAsked } from '../../../../src/contract/monitoring-record';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';

const KEY = 'record';

/** A record and what it is an answer to. */
export interface MonitoringRecord extends MonitoringRecordView {
  readonly asked: RecordAsked;
}

/** What was promised for a period and what it came to; what is shown stays until another choice is answered. */
export function useRecord(asked: RecordAsked): UseQueryResult<MonitoringRecord> {
  return useQuery({
    queryKey: [KEY, asked],
    queryFn: async () => ({ ...(await callApp('viewRecord', asked)), asked }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Enters a value, and shows the record that it is in. */
export function useSaveMeasurement(): UseMutationResult<
  MonitoringRecordView,
  Error,
  PayloadOf<'saveMeasurement'>
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: PayloadOf<'saveMeasurement'>) => callApp('saveMeasurement', payload),
    onSuccess: (view, { doc: { period } }) => {
      const asked: RecordAsked = { period: period.kind, day: period.from };
      client.setQueryData([KEY, asked], { ...view, asked });
      // Later periods show it among those before them.
      void client.invalidateQueries({ queryKey: [KEY], refetchType: 'none' });
    },
  });
}
