/** The records that a person has chosen in the list, to do one thing to all of them. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { createWritable, type Readable } from '../../readable.ts';

/** More are not changed at once: the person would wait for minutes. */
export const selectedAtMost = 2_000;

export type Selection = {
  readonly ids: Readable<ReadonlySet<DocumentId>>;
  /** Boxes stand before the rows. */
  readonly isOn: Readable<boolean>;
  readonly set: (id: DocumentId, on: boolean) => void;
  readonly toggle: (id: DocumentId) => void;
  readonly replace: (ids: readonly DocumentId[]) => void;
  /** The row that has focus: its successor, once it is drawn with a box, takes it over. */
  readonly hold: (id: DocumentId) => void;
  /** True for the row that focus belongs to, once. */
  readonly takeFocus: (id: DocumentId) => boolean;
  readonly begin: () => void;
  /** Nothing is chosen any more, and the boxes go. */
  readonly end: () => void;
};

export function createSelection(): Selection {
  const ids = createWritable<ReadonlySet<DocumentId>>(new Set());
  const isOn = createWritable(false);

  let held: DocumentId | undefined;

  function set(id: DocumentId, on: boolean): void {
    if (ids.get().has(id) === on || (on && ids.get().size >= selectedAtMost)) return;
    const next = new Set(ids.get());
    if (on) next.add(id);
    else next.delete(id);
    ids.set(next);
    isOn.set(true);
  }

  return {
    ids,
    isOn,
    set,
    toggle: (id) => set(id, !ids.get().has(id)),
    replace: (all) => {
      ids.set(new Set(all.slice(0, selectedAtMost)));
      isOn.set(true);
    },
    hold: (id) => {
      held = id;
    },
    takeFocus: (id) => {
      const isHeld = held === id;
      if (isHeld) held = undefined;
      return isHeld;
    },
    begin: () => isOn.set(true),
    end: () => {
      ids.set(new Set());
      isOn.set(false);
    },
  };
}
