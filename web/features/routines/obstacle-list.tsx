/** The parking lot of obstacles: one at a time is addressed, the others wait. */
import type { Item } from '../../../shared/document/collections.ts';
import type { ItemValues } from '../../../shared/domain/collections.ts';
import { useWords } from '../environment.ts';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import type { RoutineProps } from './choose-routine.tsx';

export function ObstacleList({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const isReadOnly = !state.isAllowed('editRecord');
  const shared = { improvement, state, collection: 'obstacles', isReadOnly } as const;
  return (
    <section>
      <h2 class="storyboard__label">{t('kata.parkingLot')}</h2>
      <ItemList
        improvement={improvement}
        collection="obstacles"
        items={state.items('obstacles')}
        label={t('kata.parkingLot')}
        addLabel={t('kata.addObstacle')}
        emptyHint={t('kata.noObstacles')}
        isReadOnly={isReadOnly}
        newItem={(title) => ({ title, state: 'open' as const })}
        isDone={({ values }) => values.state === 'gone'}
        summary={(obstacle) => <Standing values={obstacle.values} />}
        details={(obstacle: Item<'obstacles'>) => (
          <div class="item-fields">
            <ItemField {...shared} item={obstacle} field="title" label={t('kata.obstacle')} />
            <ItemField {...shared} item={obstacle} field="state" label={t('kata.state')} />
            <ItemField {...shared} item={obstacle} field="note" label={t('kata.note')} />
          </div>
        )}
      />
    </section>
  );
}

function Standing({ values }: { readonly values: ItemValues<'obstacles'> }) {
  const { t } = useWords();
  if (values.state !== 'addressing') return null;
  return <span class="storyboard__now">{t('choice.addressing')}</span>;
}
