/** What edits that were not accepted wanted of a workspace's settings. */
import type { WorkspaceField, WorkspaceValues } from '../domain/workspace.ts';
import type { WrittenEntry } from './read-change.ts';
import type { Wish } from './read-wishes.ts';
import { parseRegisterKey } from './registers.ts';
import { roots } from './schema.ts';
import { isWorkspaceField, isWorkspaceValue } from './workspace-document.ts';
import {
  type FieldWritten,
  type KeyedValue,
  latestOf,
  partsOf,
  valuesIn,
} from './written-values.ts';

export const settingWishes = (
  now: WorkspaceValues,
  written: readonly WrittenEntry[],
): readonly Wish[] =>
  latestOf(valuesIn(written), settingOf).flatMap(({ field, value }) =>
    now[field] === value ? [] : [{ type: 'setting', field, now: now[field], wanted: value }],
  );

export const isSettingEntry = (entry: KeyedValue): boolean => settingOf(entry) !== undefined;

function settingOf({
  root,
  key,
  value,
}: KeyedValue): FieldWritten<WorkspaceField, WorkspaceValues[WorkspaceField]> | undefined {
  const field = root === roots.registers ? parseRegisterKey(key)?.field : undefined;
  if (field === undefined || !isWorkspaceField(field)) return undefined;
  const { v, hlc } = partsOf(value);
  return isWorkspaceValue(field, v)
    ? { field, value: v as WorkspaceValues[WorkspaceField], hlc: String(hlc) }
    : undefined;
}
