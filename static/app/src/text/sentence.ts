import type { Instant, Span } from '../../../../src/domain/time/instant';
import type { Condition } from '../../../../src/domain/timer/condition';
import type { Target } from '../../../../src/domain/timer/goal';
import type { Zone } from '../../../../src/domain/time/zone';
import type { MessageKey } from './messages';

/** An instant to be shown; `calendarZone` is the zone of the calendar that it follows from. */
export interface InstantPiece {
  readonly at: Instant;
  readonly calendarZone: Zone | undefined;
  /** Whose wall clock shows it: the reader's unless said otherwise. */
  readonly clock?: 'calendar';
}

/** A span to be shown, to the second near its end if it is ticking. */
export interface SpanPiece {
  readonly span: Span;
  readonly ticking: boolean;
}

/** A condition to be put into words. */
interface ConditionPiece {
  readonly condition: Condition;
}

/** What was promised, to be put into words. */
interface TargetPiece {
  readonly target: Target;
  /** The zone of the calendar that it is counted on. */
  readonly zone: Zone;
}

export type Piece = string | InstantPiece | SpanPiece | ConditionPiece | TargetPiece;

/** Something to be said, before it is put into words for one reader at one moment. */
export interface Sentence {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, Piece>>;
}
