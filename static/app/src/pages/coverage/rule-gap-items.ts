import type { CoverageView } from '../../../../../src/contract/coverage';
import type { Instant } from '../../../../../src/domain/time/instant';
import { problemText } from '../../text/failure-text';
import type { Reader } from '../../text/reader';
import { dateText } from '../../text/when';
import { EDIT } from '../agreements/agreements-section';
import type { GapItem } from './gap';
import type { ruleGaps } from './gap-kinds';
import { compareNames } from '../../text/names';

type Items = Readonly<Record<(typeof ruleGaps)[number], readonly GapItem[]>>;

interface Place {
  readonly now: Instant;
  readonly go: (...parts: readonly string[]) => void;
}

/** What falls through by rules and catalogue, each with the way to where it is mended. */
export function ruleGapItems(view: CoverageView, reader: Reader, { now, go }: Place): Items {
  const { messages, locale } = reader;
  const leadsTo =
    (section: string, ...rest: readonly string[]) =>
    ({ id, name }: { readonly id: string; readonly name: string }): GapItem => ({
      key: id,
      name,
      mend: () => go(section, id, ...rest),
    });
  const byName = (items: GapItem[]): GapItem[] => items.sort((a, b) => compareNames(a.name, b.name, locale));
  return {
    servicesUncovered: byName(view.servicesUncovered.map(leadsTo('catalogue'))),
    agreementsUnbound: byName(view.agreementsUnbound.map(leadsTo('agreements', EDIT))),
    ending: view.ending.map((each) => ({
      ...leadsTo('agreements')(each),
      more: messages.text(each.hasEnded ? 'coverage.ended' : 'coverage.ends', {
        date: dateText(each.endsAt, now, reader),
      }),
    })),
    effectless: view.effectless.map(({ agreement, metric, problem }, index) => ({
      ...leadsTo('agreements', EDIT)(agreement),
      key: String(index),
      name: metric
        ? messages.text('coverage.target', {
            agreement: agreement.name,
            target: messages.text(`timer.kind.${metric}`),
          })
        : agreement.name,
      more: problemText(problem, messages),
    })),
    holidaysEnding: view.holidaysEnding.map(({ calendar, problem }) => ({
      ...leadsTo('calendars')(calendar),
      more: problemText(problem, messages),
    })),
    calendarsUnused: byName(view.calendarsUnused.map(leadsTo('calendars'))),
    holidaySetsUnused: byName(view.holidaySetsUnused.map(leadsTo('holidays'))),
  };
}
