/** How often a value has become another one since the screen was opened. */
import { useRef } from 'preact/hooks';

export function useCount(value: unknown): number {
  const seen = useRef({ value, count: 0 });
  if (seen.current.value !== value) seen.current = { value, count: seen.current.count + 1 };
  return seen.current.count;
}
