/** False until what was drawn first is on the screen: what can wait is drawn after it. */
import { useEffect, useState } from 'preact/hooks';

export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => setPainted(true);
    // The message is handled after the frame; a hidden page draws no frames, and must not wait for one.
    const frame = requestAnimationFrame(() => port2.postMessage(undefined));
    const late = setTimeout(() => setPainted(true), hiddenPageMs);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(late);
      port1.close();
    };
  }, []);
  return isPainted;
}

const hiddenPageMs = 300;
