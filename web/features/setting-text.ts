/** How a value of the workspace, or of a measure, reads. */
import { isMeasureField } from '../../shared/document/measure-document.ts';
import type { SettingField } from '../../shared/document/setting-wishes.ts';
import { measureFields } from '../../shared/domain/measure.ts';
import { useWords } from './environment.ts';
import { useItemWords } from './item-words.ts';
import { workspaceValueText } from './workspace-words.ts';

export function useSettingText(): (field: SettingField, value: string | number) => string {
  const words = useWords();
  const { ofKind } = useItemWords();
  return (field, value) =>
    isMeasureField(field)
      ? ofKind(measureFields[field], value)
      : workspaceValueText(field, String(value), words);
}
