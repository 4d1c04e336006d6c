/** What the product aims at; the benches say of each figure whether it was met. */
import { atLeast, atMost } from './report.ts';

export const syncAims = {
  /** Of the bare batch server's time and peak memory, in the same run. */
  bulkTime: atMost(1.6),
  bulkPeakMemory: atMost(1.3),
  bulkRoundTrips: atMost(4),
  /** Time for five times the records, over five times the time. */
  linearity: atMost(1.2),
  /** Of the deliveries of a relay that writes once per socket and turn and stores nothing. */
  fanOut: atLeast(0.45),
  /** Of the memory of a bare WebSocket connection. */
  idleMemory: atMost(1.1),
} as const;
