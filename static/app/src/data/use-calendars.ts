import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CalendarsView } from '../../../../src/contract/calendars';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';

/** Whose calendars a page is about: those of the project that it stands on, or those that the site shares with all. */
export type Home = CalendarsView['calendars'][number]['home'];

const calls = {
  project: { view: 'viewCalendars', calendar: 'saveCalendar', holidaySet: 'saveHolidaySet' },
  site: { view: 'viewSiteCalendars', calendar: 'saveSiteCalendar', holidaySet: 'saveSiteHolidaySet' },
} as const;

export const calendarsKey = ['calendars'] as const;
const keyOf = (home: Home) => [...calendarsKey, home] as const;

/** The calendars and holiday sets that agreements of the project, or of the site, may count on. */
export function useCalendars(home: Home): UseQueryResult<CalendarsView> {
  return useQuery({ queryKey: keyOf(home), queryFn: () => callApp(calls[home].view, {}) });
}

type Saving<Payload> = UseMutationResult<CalendarsView, Error, Payload>;

/** Saves a calendar, and shows how things stand then. `seen` is the revision that the draft was made from. */
export function useSaveCalendar(home: Home): Saving<PayloadOf<'saveCalendar'>> {
  return useSave(home, (payload) => callApp(calls[home].calendar, payload));
}

export function useSaveHolidaySet(home: Home): Saving<PayloadOf<'saveHolidaySet'>> {
  return useSave(home, (payload) => callApp(calls[home].holidaySet, payload));
}

function useSave<Payload>(home: Home, save: (payload: Payload) => Promise<CalendarsView>): Saving<Payload> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: async (view) => {
      // What was saved may show in any other section, when that is opened.
      await client.invalidateQueries({ refetchType: 'none' });
      client.setQueryData(keyOf(home), view);
    },
  });
}
