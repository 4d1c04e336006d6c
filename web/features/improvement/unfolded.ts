/** What of a record its reader has unfolded or folded: remembered for each record while the program runs. */
import { useState } from 'preact/hooks';

type Choices = ReadonlyMap<string, boolean>;

const remembered = new Map<string, Choices>();

export type Unfolded = {
  /** undefined: its reader has not said. */
  readonly isUnfolded: (fold: string) => boolean | undefined;
  readonly set: (fold: string, isUnfolded: boolean) => void;
};

/** `place`: whose folds they are, of which record. */
export function useUnfolded(place: string): Unfolded {
  const [choices, setChoices] = useState<Choices>(() => remembered.get(place) ?? new Map());
  const set = (fold: string, isUnfolded: boolean) =>
    setChoices((before) => {
      const after = new Map(before).set(fold, isUnfolded);
      remembered.set(place, after);
      return after;
    });
  return { isUnfolded: (fold) => choices.get(fold), set };
}
