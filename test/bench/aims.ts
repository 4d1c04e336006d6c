/** What the product aims at; the benches say of each figure whether it was met. */
import { atLeastOfFloor, atMost, atMostOfFloor } from './report.ts';

export const syncAims = {
  /** Beside the bare batch server. */
  bulkTime: atMostOfFloor(1.6),
  bulkPeakMemory: atMostOfFloor(1.3),
  bulkRoundTrips: atMost(4),
  /** Time for five times the records, over five times the time. */
  linearity: atMost(1.2),
  /** Beside a relay that writes once per socket and turn and stores nothing. */
  fanOut: atLeastOfFloor(0.45),
  /** Beside a bare WebSocket connection. */
  idleMemory: atMostOfFloor(1.1),
} as const;

/** On a phone: four times slower than the machine that runs the bench. Milliseconds where nothing else is said. */
export const deviceAims = {
  /** KB, gzip. */
  firstVisitScript: atMost(60),
  /** Beside a static page of the same markup. */
  start: atMostOfFloor(1.3),
  keep: atMost(50),
  filter: atMost(100),
  open: atMost(100),
  longestTask: atMost(100),
  /** 20,000 records within 15 seconds, more in proportion, fewer within 3. */
  firstSync: (records: number) => atMost(Math.max(3_000, (records / 20_000) * 15_000)),
} as const;
