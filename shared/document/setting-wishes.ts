/** What edits that were not accepted wanted of the fields of a workspace or a measure. */
import type { MeasureField, MeasureValues } from '../domain/measure.ts';
import type { WorkspaceField, WorkspaceValues } from '../domain/workspace.ts';
import { isMeasureField, isMeasureValue } from './measure-document.ts';
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

export type SettingField = WorkspaceField | MeasureField;
export type SettingValues = WorkspaceValues & MeasureValues;

export const settingWishes = (
  now: SettingValues,
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
}: KeyedValue): FieldWritten<SettingField, SettingValues[SettingField]> | undefined {
  const field = root === roots.registers ? parseRegisterKey(key)?.field : undefined;
  if (field === undefined || !isSettingField(field)) return undefined;
  const { v, hlc } = partsOf(value);
  const isValid = isMeasureField(field) ? isMeasureValue(field, v) : isWorkspaceValue(field, v);
  return isValid ? { field, value: v as SettingValues[SettingField], hlc: String(hlc) } : undefined;
}

const isSettingField = (name: string): name is SettingField =>
  isWorkspaceField(name) || isMeasureField(name);
