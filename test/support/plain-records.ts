/** Records of the seeded register as a plain device pushes them. */
import { generateRegister } from './register-generator.ts';
import type { PlainDevice, PlainUpdate } from './plain-device.ts';

export function recordsOf(
  author: Pick<PlainDevice, 'device' | 'actor'>,
  count: number,
  seed = 1,
): readonly PlainUpdate[] {
  const records = generateRegister({ seed, count, author, untilMs: Date.now() });
  return [...records].map(({ id, update }) => ({ docId: id, bytes: update }));
}
