import type { GoalDraft } from '../../../../src/domain/agreement/draft';
import type { ServiceWeek } from '../../../../src/domain/agreement/presets/presets';
import { productDefaults, type SiteDefaults } from '../../../../src/domain/defaults/site-defaults';
import type { Zone } from '../../../../src/domain/time/zone';
import { useReader } from '../parts/reader-context';
import type { Home } from './use-calendars';
import { useDefaults } from './use-defaults';

/** What new calendars and agreements begin with. */
export interface StartingValues {
  readonly zone: Zone;
  readonly week: ServiceWeek;
  /** What each new goal says. */
  readonly goal: Pick<GoalDraft, 'atRiskAt'>;
}

/** The site's defaults; undefined while they are loading. Where they cannot be had, the product's. */
export function useStartingValues(home: Home): StartingValues | undefined {
  const { zone } = useReader();
  const { data, error } = useDefaults(home);
  const record = data?.record ?? (error ? {} : undefined);
  return record && startingValues(record, zone);
}

function startingValues({ timeZone, week, atRiskAt }: Omit<SiteDefaults, 'id'>, zone: Zone): StartingValues {
  return {
    zone: timeZone ?? zone,
    week: week ?? productDefaults.week,
    goal: atRiskAt === undefined ? {} : { atRiskAt: `${atRiskAt}%` },
  };
}
