/** Hybrid logical clock stamps (Kulkarni et al. 2014): they order edits as people saw them, whatever the device clocks say. */
import type { ClockDep } from '../deps.ts';
import type { Brand } from './ids.ts';

/** `mmmmmmmmmmmm-cccc`: 12 hex digits of Unix milliseconds, 4 of a counter; sorts as text. */
export type Hlc = Brand<string, 'Hlc'>;

const maxCounter = 0xffff;
const hlcPattern = /^[0-9a-f]{12}-[0-9a-f]{4}$/;

export const isHlc = (text: string): boolean => hlcPattern.test(text);

/** A stamp later than `seen` (the latest stamp that the edit replaces) and not before this device's clock. */
export function nextHlc(deps: ClockDep, seen?: Hlc): Hlc {
  const nowMs = deps.nowMs();
  if (seen === undefined || hlcToMs(seen) < nowMs) return formatHlc(nowMs, 0);
  const counter = Number.parseInt(seen.slice(13), 16) + 1;
  return counter > maxCounter ? formatHlc(hlcToMs(seen) + 1, 0) : formatHlc(hlcToMs(seen), counter);
}

export const hlcToMs = (hlc: Hlc): number => Number.parseInt(hlc.slice(0, 12), 16);

function formatHlc(ms: number, counter: number): Hlc {
  return `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}` as Hlc;
}
