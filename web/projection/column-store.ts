/** What filters and orders look at, one typed array for each field: ten bytes a record where a row has a thousand. */
import type { StoredKpis } from './kpi-column.ts';
import type { ScoresByCriterion } from '../../shared/process/assess.ts';

const arrays = {
  stage: Uint8Array,
  urgency: Uint8Array,
  cost: Uint8Array,
  value: Uint8Array,
  /** One bit for each mark, and the highest for a record that is gone. */
  marks: Uint32Array,
  owner: Uint32Array,
  /** As texts: who scored, in their order. */
  assessors: Uint32Array,
  tags: Uint32Array,
  affectedItems: Uint32Array,
  links: Uint32Array,
  taskOwners: Uint32Array,
  objectives: Uint32Array,
  /** Those of its duplicates counted in. */
  supporters: Uint32Array,
  ownSupporters: Uint32Array,
  /** As texts: who supports it; of which record it is a duplicate. */
  supportedBy: Uint32Array,
  original: Uint32Array,
  createdAt: Float64Array,
  updatedAt: Float64Array,
} as const;

type ArrayName = keyof typeof arrays;
export type ColumnArrays = { readonly [N in ArrayName]: InstanceType<(typeof arrays)[N]> };

/** Of `marks`. */
export const goneBit = 0x4000_0000;

/** As the device's storage keeps them. */
export type StoredColumns = {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** Texts by the numbers that stand for them. */
  readonly owners: readonly string[];
  readonly entries: readonly string[];
  readonly arrays: ColumnArrays;
  /** By record number; most have none. */
  readonly scores: ReadonlyMap<number, ScoresByCriterion>;
  readonly kpis: StoredKpis;
  /** The order of titles, because it takes longest to make; '' = never asked for. */
  readonly byTitle: { readonly language: string; readonly numbers: Uint32Array };
};

const names = Object.keys(arrays) as readonly ArrayName[];

/** Arrays of at least `capacity`, with what `from` has. */
export function growArrays(from: ColumnArrays | undefined, capacity: number): ColumnArrays {
  const grown: Partial<Record<ArrayName, ColumnArrays[ArrayName]>> = {};
  for (const name of names) {
    const array = new arrays[name](capacity);
    if (from !== undefined) array.set(from[name]);
    grown[name] = array;
  }
  return grown as ColumnArrays;
}

export function trimArrays(from: ColumnArrays, length: number): ColumnArrays {
  const trimmed: Partial<Record<ArrayName, ColumnArrays[ArrayName]>> = {};
  for (const name of names) trimmed[name] = from[name].slice(0, length);
  return trimmed as ColumnArrays;
}

/** Numbers for texts, the same number for the same text. */
export type Dictionary = {
  readonly texts: readonly string[];
  readonly numberOf: (text: string) => number;
};

export function createDictionary(known: readonly string[]): Dictionary {
  const texts = [...known];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  return {
    texts,
    numberOf: (text) => {
      let number = numbers.get(text);
      if (number === undefined) {
        number = texts.push(text) - 1;
        numbers.set(text, number);
      }
      return number;
    },
  };
}
