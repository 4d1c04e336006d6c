/** How the parts of an approved case read. */
import type { CasePart } from '../../../shared/domain/case-parts.ts';
import type { FrozenCase } from '../../../shared/process/commands.ts';
import { type Fact, isFact } from '../../../shared/process/facts.ts';
import { formatMoney } from '../business-case/amounts.ts';
import { useWords } from '../environment.ts';
import { useSettings } from '../use-settings.ts';

export type CaseWords = {
  readonly name: (part: CasePart) => string;
  readonly value: (part: CasePart, frozen: FrozenCase) => string;
  readonly target: (fact: Fact<'freezeTarget'>) => string;
};

/** `facts`: of the record, for the targets that a case names by number. */
export function useCaseWords(facts: readonly Fact[]): CaseWords {
  const { t, format, language } = useWords();
  const settings = useSettings();
  const none = t('level.none');

  const objectiveTitle = (id: string): string =>
    settings?.items.objectives.find((objective) => objective.id === id)?.values.title ?? id;

  const target = ({ said }: Fact<'freezeTarget'>): string => {
    const unit = said.unit === undefined ? '' : ` ${said.unit}`;
    return t('approval.targetLine', {
      measure: said.measure,
      from: said.baseline === null ? t('approval.noBaseline') : format.number(said.baseline) + unit,
      to: format.number(said.target) + unit,
      day: format.date(Date.parse(`${said.dueOn}T00:00`)),
    });
  };

  return {
    target,
    name: (part) => {
      switch (part) {
        case 'costAmount':
          return t('approval.costAmount');
        case 'target':
          return t('approval.target');
        default:
          return t(`field.${part}`);
      }
    },
    value: (part, frozen) => {
      switch (part) {
        case 'cost':
          return frozen.cost === '' ? none : t(`level.${frozen.cost}`);
        case 'costAmount':
          return frozen.costAmount === null
            ? none
            : formatMoney(frozen.costAmount, frozen.currency, language);
        case 'fundingAsked':
          return frozen.fundingAsked === ''
            ? none
            : formatMoney(Number(frozen.fundingAsked), frozen.currency, language);
        case 'affectedItems':
          return frozen.affectedItems.length === 0 ? none : format.list(frozen.affectedItems);
        case 'objectives': {
          const titles = frozen.objectives.map(objectiveTitle);
          return titles.length === 0 ? none : format.list(titles);
        }
        case 'route':
          return frozen.route === 'bau' || frozen.route === 'project'
            ? t(`route.${frozen.route}`)
            : none;
        case 'currency':
          return frozen.currency === '' ? none : frozen.currency;
        case 'target': {
          const fact = facts.find(({ n }) => n === frozen.target);
          return fact !== undefined && isFact(fact, 'freezeTarget') ? target(fact) : none;
        }
      }
    },
  };
}
