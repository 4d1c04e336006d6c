/** How many may stand in each column, and whether one more is warned of or refused: for those who look after the register. */
import { useEffect, useState } from 'preact/hooks';
import type { ItemChange } from '../../../shared/domain/collections.ts';
import type { Stage } from '../../../shared/domain/improvement.ts';
import { taskStates } from '../../../shared/process/task-states.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { NumberControl, YesControl } from '../items/item-controls.tsx';
import { useReadable } from '../use-readable.ts';
import '../items/item-fields.css';

type LimitSheetProps = { readonly columns: readonly Stage[]; readonly onClose: () => void };

const most = 999;

export function LimitSheet({ columns, onClose }: LimitSheetProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const [workspace, setWorkspace] = useState<OpenWorkspace>();
  useEffect(() => {
    let hasLeft = false;
    let opened: OpenWorkspace | undefined;
    const open = async () => {
      opened = await (await services.workspace()).open();
      if (hasLeft) return opened?.close();
      setWorkspace(opened);
    };
    void open();
    return () => {
      hasLeft = true;
      void opened?.close();
    };
  }, []);
  return (
    <Sheet title={t('board.limits')} closeLabel={t('app.close')} onClose={onClose}>
      <div class="board-screen__form">
        <p class="board-screen__hint">{t('board.limitsHint')}</p>
        {workspace !== undefined &&
          columns.map((column) => (
            <Line key={column} workspace={workspace} column={column} name={t(`stage.${column}`)} />
          ))}
        {workspace !== undefined && (
          <>
            <h3 class="board-screen__part">{t('board.taskLimits')}</h3>
            {taskStates.map((column) => (
              <Line
                key={column}
                workspace={workspace}
                column={column}
                name={t(`choice.${column}`)}
              />
            ))}
          </>
        )}
        <Button kind="primary" onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </Sheet>
  );
}

type LineProps = {
  readonly workspace: OpenWorkspace;
  readonly column: string;
  readonly name: string;
};

function Line({ workspace, column, name }: LineProps) {
  const { t } = useWords();
  const state = useReadable(workspace.state);
  const entry = state.items.columns.findLast(
    ({ values, isRemoved }) => !isRemoved && values.column === column,
  );
  const set = (change: ItemChange<'columns'>) => {
    if (entry === undefined) workspace.addItem('columns', { column, ...change });
    else workspace.change({ type: 'setItem', collection: 'columns', item: entry.id, change });
  };
  return (
    <div class="board-screen__limit" role="group" aria-label={name}>
      <NumberControl
        label={name}
        isReadOnly={false}
        from={1}
        to={most}
        value={entry?.values.limit ?? ''}
        onChange={(limit) => set({ limit })}
      />
      <YesControl
        label={t('board.hard')}
        isReadOnly={entry === undefined || entry.values.limit === ''}
        value={entry?.values.isHard ?? ''}
        onChange={(isHard) => set({ isHard })}
      />
    </div>
  );
}
