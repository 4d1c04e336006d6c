/** Puts a record into a cell of the matrix: value and effort together, with one way back. */
import { useCallback } from 'preact/hooks';
import type { Level } from '../../../shared/domain/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';

export type Place = { readonly value: Level; readonly effort: Level };

export const placeWords = ({ value, effort }: Place, t: Translate) => ({
  value: t(`level.${value}`).toLocaleLowerCase(),
  effort: t(`level.${effort}`).toLocaleLowerCase(),
});

export function usePlacing(): (row: ListedImprovement, to: Place) => Promise<void> {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  return useCallback(
    async (row, to) => {
      if (row.value === to.value && row.effort === to.effort) return;
      const many = await services.changeMany();
      const undos: (() => Promise<number>)[] = [];
      for (const field of ['value', 'effort'] as const) {
        if (row[field] === to[field]) continue;
        const change = { type: 'setField', field, value: to[field] } as const;
        const { changing } = await many.plan([row.id], change);
        if (changing.length === 0) return showToast({ text: t('matrix.notAllowed') });
        const done = await many.run(changing, change, () => undefined);
        if (done.failure !== undefined) {
          return showToast({ text: t(storageFailureText(done.failure)) });
        }
        undos.push(done.undo);
      }
      const place = t('matrix.cell', placeWords(to, t));
      showToast({
        text: t('matrix.isPut', { title: row.title, place }),
        action: {
          label: t('app.undo'),
          onClick: () => {
            for (const undo of undos.toReversed()) void undo();
          },
        },
      });
    },
    [services, t],
  );
}
