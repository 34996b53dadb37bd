import { SITE, type AccountId, type Ports, type ProjectId } from '../app/ports';
import { saveCalendar, type Draft } from '../app/save-calendar';
import { viewCalendars } from '../app/view-calendars';
import type { Answer } from '../contract/answer';
import type { ValueOf } from '../contract/resolver-api';
import { refuse, type Place, type ResolverFunctions } from './guard';

type CalendarFunctions = Pick<
  ResolverFunctions,
  | 'viewCalendars'
  | 'saveCalendar'
  | 'saveHolidaySet'
  | 'viewSiteCalendars'
  | 'saveSiteCalendar'
  | 'saveSiteHolidaySet'
>;

/** Calendars and holiday sets: of a project, and those that the site shares with all. */
export function calendarFunctions(ports: Ports): CalendarFunctions {
  async function view(home: ProjectId): Promise<Answer<ValueOf<'viewCalendars'>>> {
    const { revisions, uses, findings } = await viewCalendars(ports, home);
    const keptAs = ({ home: of, seq: revision, at: changedAt }: (typeof revisions)[number]) => ({
      home: of ?? ('project' as const),
      revision,
      changedAt,
    });
    return {
      ok: true,
      value: {
        calendars: revisions.flatMap((each) =>
          each.kind === 'calendar'
            ? {
                ...keptAs(each),
                record: each.doc,
                usedBy: (uses.get(each.doc.id) ?? []).map(({ project, agreement }) => ({
                  project,
                  agreement: agreement.name,
                })),
              }
            : [],
        ),
        holidaySets: revisions.flatMap((each) =>
          each.kind === 'holiday-set' ? { ...keptAs(each), record: each.doc } : [],
        ),
        findings: [...findings],
      },
    };
  }

  /** Answers with how things stand then, so that the page need not ask again. */
  async function save(
    home: ProjectId,
    actor: AccountId,
    draft: Draft,
    seen: number,
  ): Promise<Answer<ValueOf<'viewCalendars'>>> {
    const outcome = await saveCalendar(ports, { home, actor, seen }, draft);
    return 'problems' in outcome ? refuse('bad-input', [...outcome.problems]) : view(home);
  }

  const functionsAt = <Needs extends 'configure' | 'administer'>(
    needs: Needs,
    homeOf: (place: Place) => ProjectId,
  ) => ({
    view: { needs, does: 'read', run: (place: Place) => view(homeOf(place)) } as const,
    calendar: {
      needs,
      does: 'write',
      run: (
        place: Place,
        { doc, seen }: { doc: Extract<Draft, { kind: 'calendar' }>['doc']; seen: number },
      ) => save(homeOf(place), place.account, { kind: 'calendar', doc }, seen),
    } as const,
    holidaySet: {
      needs,
      does: 'write',
      run: (
        place: Place,
        { doc, seen }: { doc: Extract<Draft, { kind: 'holiday-set' }>['doc']; seen: number },
      ) => save(homeOf(place), place.account, { kind: 'holiday-set', doc }, seen),
    } as const,
  });
  const project = functionsAt('configure', (place) => place.project);
  const site = functionsAt('administer', () => SITE);
  return {
    viewCalendars: project.view,
    saveCalendar: project.calendar,
    saveHolidaySet: project.holidaySet,
    viewSiteCalendars: site.view,
    saveSiteCalendar: site.calendar,
    saveSiteHolidaySet: site.holidaySet,
  };
}
