import type { ReactElement } from 'react';
import styles from './trend.module.css';

interface Point {
  readonly name: string;
  /** From 0 to 1; undefined where there is none, which leaves a gap. */
  readonly share: number | undefined;
  /** Whether it is a share of few: its point is hollow. */
  readonly isFew: boolean;
}

interface Props {
  /** All that it shows, in words. */
  readonly label: string;
  readonly points: readonly Point[];
  /** How the ends of the scale are written. */
  readonly scale: { readonly none: string; readonly all: string };
}

const WIDTH = 360;
const HEIGHT = 116;
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 10, 10, 24];

/** Shares over time, from 0 to 100 %, readable without colour. */
export function Trend({ label, points, scale }: Props): ReactElement {
  const step = (WIDTH - LEFT - RIGHT) / Math.max(points.length - 1, 1);
  const x = (place: number): number => LEFT + place * step;
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  return (
    <svg className={styles['trend']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => (
        <line
          key={share}
          className={styles['grid']}
          x1={LEFT}
          x2={WIDTH - RIGHT}
          y1={y(share)}
          y2={y(share)}
        />
      ))}
      {([scale.none, scale.all] as const).map((text, share) => (
        <text key={share} className={styles['label']} x={LEFT - 6} y={y(share) + 4} textAnchor="end">
          {text}
        </text>
      ))}
      {points.map(({ share }, place) => {
        const before = points[place - 1]?.share;
        if (share === undefined || before === undefined) return null;
        return (
          <line
            key={place}
            className={styles['line']}
            x1={x(place - 1)}
            y1={y(before)}
            x2={x(place)}
            y2={y(share)}
          />
        );
      })}
      {points.map(
        ({ share, isFew }, place) =>
          share !== undefined && (
            <circle
              key={place}
              className={styles['point']}
              data-few={isFew}
              cx={x(place)}
              cy={y(share)}
              r={3}
            />
          ),
      )}
      <text className={styles['label']} x={LEFT} y={HEIGHT - 6}>
        {points.at(0)?.name}
      </text>
      <text className={styles['label']} x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
        {points.at(-1)?.name}
      </text>
    </svg>
  );
}
