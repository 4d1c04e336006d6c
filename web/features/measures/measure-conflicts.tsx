/** Values of a measure that were set while people were apart, and one tap to keep either. */
import {
  type MeasureCollection,
  measureCollectionNames,
} from '../../../shared/domain/collections.ts';
import { measureFieldNames } from '../../../shared/domain/measure.ts';
import type { Item } from '../../../shared/document/collections.ts';
import type { MeasureChange } from '../../../shared/document/measure-document.ts';
import type { MeasureState, OpenMeasure } from '../../services/measures.ts';
import { useWords } from '../environment.ts';
import { useSettingText } from '../setting-text.ts';
import { ItemConflicts, StandingValues } from '../workspace/item-conflicts.tsx';

type MeasureConflictsProps = { readonly measure: OpenMeasure; readonly state: MeasureState };

export function MeasureConflicts({ measure, state }: MeasureConflictsProps) {
  const { t } = useWords();
  const text = useSettingText();
  const { standing, scale, items } = state;
  const nameOf = (label: string | number) =>
    scale.find(({ id }) => id === label)?.title ?? String(label);
  return (
    <>
      {measureFieldNames
        .filter((field) => standing[field].length > 1)
        .map((field) => (
          <StandingValues
            key={field}
            field={t(`field.${field}`)}
            standing={standing[field]}
            text={(value) => (field === 'targetLabel' ? nameOf(value) : text(field, value))}
            onKeep={(value) => measure.change({ type: 'setField', field, value } as MeasureChange)}
          />
        ))}
      {measureCollectionNames.flatMap((collection) =>
        (items[collection] as readonly Item<MeasureCollection>[]).map((item) => (
          <ItemConflicts
            key={item.id}
            collection={collection}
            item={item}
            onKeep={(field, value) =>
              measure.change({
                type: 'setItem',
                collection,
                item: item.id,
                change: { [field]: value },
              })
            }
          />
        )),
      )}
    </>
  );
}
