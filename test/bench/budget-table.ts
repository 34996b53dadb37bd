import { isAbove, type Figure, type Section } from './budget-figures';

const WIDTHS = { what: 54, measured: 28, limit: 12 };

/** Plain text, at most 110 columns wide: what | measured | limit | ok. */
export function tableOf(sections: readonly Section[]): string {
  const head = row('', 'measured', 'limit', 'ok');
  const body = sections.flatMap(({ title, figures, note }) => [
    '',
    title,
    ...figures.map(figureRow),
    ...(note === undefined ? [] : [`  ${note}`]),
  ]);
  return [head, ...body].join('\n');
}

function figureRow(figure: Figure): string {
  const { what, value, high, limit, unit } = figure;
  const measured = text(value, unit) + (high === undefined ? '' : ` (high reading ${text(high, unit)})`);
  if (limit === undefined) return row(what, measured, '', '');
  return row(what, measured, text(limit, unit), isAbove(figure) ? 'ABOVE' : 'yes');
}

function row(what: string, measured: string, limit: string, ok: string): string {
  const cells = [
    `  ${what}`.padEnd(WIDTHS.what),
    measured.padEnd(WIDTHS.measured),
    limit.padEnd(WIDTHS.limit),
    ok,
  ];
  return cells.join(' ').trimEnd();
}

function text(value: number, unit: Figure['unit']): string {
  switch (unit) {
    case 'count':
      return String(Math.round(value * 100) / 100);
    case 'bytes':
      return value < 1024 * 1024
        ? `${(value / 1024).toFixed(1)} KiB`
        : `${(value / 1024 / 1024).toFixed(1)} MiB`;
    case 'seconds':
      return value < 600 ? `${value.toFixed(2)} s` : `${(value / 3600).toFixed(1)} h`;
    case 'dollars':
      return value >= 0.005 || value === 0 ? `$${value.toFixed(2)}` : `$${value.toFixed(7)}`;
  }
}
