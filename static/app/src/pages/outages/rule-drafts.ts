import { knownAmong } from '../../../../../src/domain/agreement/known-field';
import type { ProjectShape } from '../../../../../src/domain/agreement/project-shape';
import { writeCondition } from '../../../../../src/domain/agreement/write-condition';
import type { OutageRule, OutageRuleDraft } from '../../../../../src/domain/outage/outage-rules';
import type { Instant } from '../../../../../src/domain/time/instant';
import { valuesOf } from '../agreements/editor/draft-values';
import { newMetric } from '../agreements/editor/metric-presets';
import { idFor } from '../calendars/draft';

/** Rules as somebody edits them. */
export function draftsOf(rules: readonly OutageRule[], { fields }: ProjectShape): OutageRuleDraft[] {
  const fieldOf = knownAmong(fields);
  return rules.map((rule) => ({
    ...rule,
    when: writeCondition(rule.when, fieldOf),
    begin: writeCondition(rule.begin, fieldOf),
    end: writeCondition(rule.end, fieldOf),
  }));
}

/**
 * A rule that makes sense for the project: issues of its highest priority, from creation or reopening until done. Its id is one
 * that no rule had before, since outages are known by it.
 */
export function newRule(
  shape: ProjectShape,
  taken: readonly OutageRuleDraft[],
  now: Instant,
): OutageRuleDraft {
  const { start: begin, stop: end } = newMetric('resolution', shape, [], '');
  const highest = valuesOf('priority', shape)?.[0];
  return {
    id: idFor(
      `rule-${now.toString(36)}`,
      taken.map(({ id }) => id),
      'rule',
    ),
    name: '',
    when: { field: 'priority', in: highest ? [highest.text] : [] },
    begin,
    end,
    planned: false,
    degree: 'full',
  };
}
