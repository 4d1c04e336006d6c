/** The time, redrawn often enough for "5 minutes ago" to be true. */
import { useEffect, useState } from 'preact/hooks';
import { useEnvironment } from './environment.ts';

const stepMs = 30_000;

export function useNow(): number {
  const { nowMs } = useEnvironment();
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), stepMs);
    return () => clearInterval(timer);
  }, [nowMs]);
  return now;
}
