import { EARLIEST, later, span, type Instant, type Span } from '../../../../src/domain/time/instant';

/** How long to leave somebody alone who does not answer: twice as long after each failure in a row, up to a limit. */
export class Patience {
  private failures = 0;
  private until = EARLIEST;

  constructor(
    private readonly first: Span,
    private readonly longest: Span,
  ) {}

  allows(now: Instant): boolean {
    return now >= this.until;
  }

  lose(now: Instant): void {
    this.until = later(now, span(Math.min(this.first * 2 ** this.failures, this.longest)));
    this.failures += 1;
  }

  renew(): void {
    this.failures = 0;
    this.until = EARLIEST;
  }
}
