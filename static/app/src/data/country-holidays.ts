import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CountryHolidays } from '../../../../src/domain/calendar/public-holidays';

/** One file a country; a page loads only the one that somebody chooses. */
const files = import.meta.glob<CountryHolidays>('../../holidays/*.json', { import: 'default' });

const fileOf = (country: string): string => `../../holidays/${country}.json`;

/** ISO 3166-1 codes of the countries whose holidays are known. */
export const countries: readonly string[] = Object.keys(files).map((file) => file.slice(-7, -5));

/** The public holidays of a country, once one is chosen. */
export function useCountryHolidays(country: string): UseQueryResult<CountryHolidays> {
  return useQuery({
    queryKey: ['country-holidays', country],
    queryFn: () => {
      const load = files[fileOf(country)];
      if (!load) throw new Error(`No file of holidays for ${country}`);
      return load();
    },
    enabled: country !== '',
  });
}
