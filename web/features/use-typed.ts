/** Words in a box: kept by the device while they are typed, back after a reload or crash. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedService } from '../services/improvement.ts';

export type Typed = { readonly text: string; readonly change: (text: string) => void };

/** Starts with what was typed before, followed by what another app handed over. */
export function useTyped({ read, remember }: TypedService, sharedWords = ''): Typed {
  const [text, setText] = useState('');
  // What a person types while the device is still reading must not be overwritten by what it read.
  const touched = useRef(false);

  const change = (next: string) => {
    touched.current = true;
    setText(next);
    remember(next);
  };

  useEffect(() => {
    const restore = async () => {
      const before = await read();
      if (touched.current) return;
      if (sharedWords !== '') change([before.trim(), sharedWords].filter(Boolean).join('\n'));
      else setText(before);
    };
    void restore();
  }, []);

  return { text, change };
}
