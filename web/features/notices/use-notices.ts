/** Follows what a person is told of for as long as a component is there. */
import { useEffect, useState } from 'preact/hooks';
import type { NoticeService } from '../../services/notices.ts';
import { useEnvironment } from '../environment.ts';

/** `follow` answers how to stop; it runs anew when one of `inputs` changes. */
export function useNotices(
  follow: (desk: NoticeService) => () => void,
  inputs: readonly unknown[],
): void {
  const { services } = useEnvironment();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isLeft = false;
    const begin = async () => {
      const desk = await services.notices();
      if (!isLeft) stop = follow(desk);
    };
    void begin();
    return () => {
      isLeft = true;
      stop?.();
    };
  }, inputs);
}

/** How many have not been read. */
export function useUnread(): number {
  const [count, setCount] = useState(0);
  useNotices((desk) => desk.watchUnread(setCount), []);
  return count;
}
