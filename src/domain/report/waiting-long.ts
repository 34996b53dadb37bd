import { days } from '../time/instant';

/** Whoever waits for longer than this (real time, not working time) is worth asking why: it may have been forgotten (M1). */
export const WAITING_LONG = days(3);
