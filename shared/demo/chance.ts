/** What a demo draws by chance beside the plain numbers: ids, weighed choices, numbers within sentences. */
import { createUuidV7 } from '../domain/ids.ts';
import { below, pick } from './seeded-random.ts';

export type Random = () => number;

/** UUIDv7 of that moment. */
export const drawId = <Id extends string>(random: Random, atMs: number): Id =>
  createUuidV7<Id>({
    nowMs: () => atMs,
    randomBytes: (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => below(random, 256)),
  });

export const happens = (random: Random, share: number): boolean => random() < share;

/** Whole numbers, both ends included. */
export const between = (random: Random, least: number, most: number): number =>
  least + below(random, most - least + 1);

/** A template with its numbers drawn: `{3-20}` becomes one from 3 to 20. */
export const fill = (random: Random, template: string): string =>
  template.replace(/\{(\d+)-(\d+)\}/g, (_, least: string, most: string) =>
    String(between(random, Number(least), Number(most))),
  );

export const say = (random: Random, templates: readonly [string, ...string[]]): string =>
  fill(random, pick(random, templates));

/** `count` of them at most, each once. */
export function pickSome<T>(random: Random, choices: readonly T[], count: number): readonly T[] {
  const left = [...choices];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(below(random, left.length), 1),
  ).flat();
}

export function pickWeighed<T extends string>(
  random: Random,
  weights: { readonly [K in T]?: number },
): T {
  const entries = Object.entries(weights) as [T, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of entries) {
    left -= weight;
    if (left < 0) return choice;
  }
  const [first] = entries;
  if (first === undefined) throw new Error('There is nothing to choose from.');
  return first[0];
}
