/** What an edit changed in a record, a measure or the workspace's own document, as its history tells it. */
import type { CollectionName, ItemField } from './collections.ts';
import type { RegisterField, SetField, TextField } from './improvement.ts';
import type { MeasureField } from './measure.ts';
import type { WorkspaceField, WorkspaceText } from './workspace.ts';

export type FieldChange = {
  readonly type: 'field';
  readonly field: RegisterField | WorkspaceField | MeasureField;
  /** The value that counted before; '' = none. */
  readonly old: string;
  readonly new: string;
  /** `disputed`: another value stands beside it. `settled`: it ended that. */
  readonly standing?: 'disputed' | 'settled' | undefined;
};

/** Of an entry of a list. Where it stands in its list is no news to anybody. */
export type ItemFieldChange = {
  readonly type: 'item';
  readonly collection: CollectionName;
  readonly item: string;
  /** How the entry was called after the edit. */
  readonly title: string;
  readonly field: ItemField;
  readonly old: string | number;
  readonly new: string | number;
  readonly standing?: 'disputed' | 'settled' | undefined;
};

export type TextChange = {
  readonly type: 'text';
  readonly field: TextField | WorkspaceText;
  /** Before and after; absent when one of them is longer than {@link keptTextLength}. */
  readonly texts?: { readonly old: string; readonly new: string } | undefined;
};

export type RecordChange =
  | FieldChange
  | TextChange
  | {
      readonly type: 'entry';
      readonly field: SetField;
      readonly entry: string;
      readonly on: boolean;
    }
  | ItemFieldChange
  /** On one criterion, by whoever made the edit; '' = none. */
  | {
      readonly type: 'score';
      readonly criterion: string;
      readonly old: number | '';
      readonly new: number | '';
    }
  | { readonly type: 'support'; readonly on: boolean }
  /** Of a measure; '' = none. A value of a qualitative one is what its scale calls it. */
  | {
      readonly type: 'reading';
      readonly at: string;
      readonly old: number | string;
      readonly new: number | string;
    }
  /** Words or a comment, for good, by an administrator: that it was done, and never what it was. */
  | { readonly type: 'erased'; readonly what: 'words' | 'comment'; readonly reason: string }
  /** What it says is in the record. */
  | { readonly type: 'comment' };

/** History keeps texts up to this length (UTF-16 units); of a longer one it knows that it was edited. */
export const keptTextLength = 50_000;
