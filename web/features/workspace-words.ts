/** How a value that the workspace has agreed on reads. */
import type { ScoringMethod } from '../../shared/domain/scoring-methods.ts';
import type { WorkspaceField } from '../../shared/domain/workspace.ts';
import type { Words } from '../i18n/words.ts';

export function workspaceValueText(
  field: WorkspaceField,
  value: string,
  { t, format }: Pick<Words, 't' | 'format'>,
): string {
  if (value === '') return t('level.none');
  if (field === 'scoringMethod') return t(`method.${value as ScoringMethod}`);
  return field === 'reviewedOn' ? format.date(Date.parse(`${value}T00:00`)) : value;
}
