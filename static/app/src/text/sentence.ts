import type { Instant, Span } from '../../../../src/domain/time/instant';
import type { Zone } from '../../../../src/domain/time/zone';
import type { MessageKey } from './messages';

/** An instant to be shown; `calendarZone` is the zone of the calendar that it follows from. */
export interface InstantPiece {
  readonly at: Instant;
  readonly calendarZone: Zone | undefined;
}

/** A span to be shown, to the second near its end if it is ticking. */
export interface SpanPiece {
  readonly span: Span;
  readonly ticking: boolean;
}

export type Piece = string | InstantPiece | SpanPiece;

/** Something to be said, before it is put into words for one reader at one moment. */
export interface Sentence {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, Piece>>;
}
