/** How an entry of the workspace's lists is called that has no title of its own. */
import type { CollectionName } from '../../../shared/domain/collections.ts';
import { type Someone, stages } from '../../../shared/domain/improvement.ts';
import { adoptionSteps } from '../../../shared/process/adoption.ts';
import { taskStates } from '../../../shared/process/task-states.ts';
import type { WorkspaceState } from '../../services/workspace.ts';
import { criterionName } from '../assessment/criterion-words.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';

export function useSettingName({
  items,
}: Pick<WorkspaceState, 'items'>): (collection: CollectionName, item: string) => string {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);

  const columnName = (column: string): string => {
    const stage = stages.find((name) => name === column);
    if (stage !== undefined) return t(`stage.${stage}`);
    const state = taskStates.find((name) => name === column);
    return state === undefined ? column : t(`choice.${state}`);
  };
  const ruleName = (item: string): string => {
    const rule = items.approvalRules.find(({ id }) => id === item)?.values;
    if (rule === undefined || rule.size === '') return '';
    const size = t(`rules.size.${rule.size}`);
    if (rule.person === '') return size;
    return `${size}: ${nameOf(people, me, rule.person as Someone, t)}`;
  };

  return (collection, item) => {
    switch (collection) {
      case 'approvalRules':
        return ruleName(item);
      case 'columns':
        return columnName(items.columns.find(({ id }) => id === item)?.values.column ?? '');
      case 'criteria':
        return criterionName({ id: item, title: '' }, t);
      case 'adoption': {
        const step = Object.entries(adoptionSteps).find(([, id]) => id === item)?.[0];
        return step === undefined ? '' : t(`adoption.${step as keyof typeof adoptionSteps}`);
      }
      default:
        return '';
    }
  };
}
