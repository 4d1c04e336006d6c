/** Which columns the table shows on this device. */
import { Choices } from '../../ui/choices.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { allColumns, type ColumnChoice, fixedColumns } from './columns.ts';

type ColumnSheetProps = { readonly choice: ColumnChoice; readonly onClose: () => void };

export function ColumnSheet({ choice, onClose }: ColumnSheetProps) {
  const { t } = useWords();
  const chosen = useReadable(choice.columns);
  const offered = allColumns.filter((column) => !fixedColumns.includes(column));
  return (
    <Sheet title={t('find.columns')} closeLabel={t('app.close')} onClose={onClose}>
      <Choices
        label={t('find.columnsShown')}
        options={offered.map((value) => ({ value, label: t(`find.column.${value}`) }))}
        chosen={chosen}
        onChange={choice.choose}
      />
    </Sheet>
  );
}
