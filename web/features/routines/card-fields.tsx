/** What is written down under one question of a coaching card. */
import type { Item } from '../../../shared/document/collections.ts';
import type { CardQuestion } from '../../../shared/process/kata.ts';
import { useWords } from '../environment.ts';
import { ItemField, type ItemFieldProps } from '../items/item-field.tsx';

type CardFieldsProps = Omit<ItemFieldProps<'coachings'>, 'field' | 'label'> & {
  readonly question: CardQuestion;
};

export function CardFields({ question, ...shared }: CardFieldsProps) {
  const { t } = useWords();
  const asked = t(`coaching.question.${question}`);
  switch (question) {
    case 'target':
    case 'actual':
      return <Asked {...shared} field={question} label={asked} />;
    case 'reflection':
      return (
        <>
          {(['planned', 'expected', 'happened', 'learned'] as const).map((field) => (
            <ItemField key={field} {...shared} field={field} label={t(`coaching.${field}`)} />
          ))}
        </>
      );
    case 'inTheWay':
      return (
        <>
          <Asked {...shared} field="inTheWay" label={asked} />
          <ItemField
            {...shared}
            field="obstacle"
            label={t('coaching.obstacle')}
            entries={openObstacles(shared)}
          />
        </>
      );
    case 'step':
      return (
        <>
          <Asked {...shared} field="nextStep" label={asked} isLong />
          <ItemField {...shared} field="nextExpected" label={t('coaching.nextExpected')} />
        </>
      );
    case 'see':
      return <Asked {...shared} field="seeOn" label={asked} />;
  }
}

/** What answers the question itself, which stands above it in large letters. */
const Asked = (props: ItemFieldProps<'coachings'>) => (
  <div class="coaching__asked">
    <ItemField {...props} />
  </div>
);

/** Those that are gone are no choice any more, but for the one that was chosen. */
const openObstacles = ({ state, item }: Pick<CardFieldsProps, 'state' | 'item'>): readonly Item[] =>
  state
    .items('obstacles')
    .filter(
      ({ id, values }) => values.state !== 'gone' || id === item.values.obstacle,
    ) as unknown as readonly Item[];
