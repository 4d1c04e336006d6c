/** Where a card can go from here: the way for keyboards, screen readers and thumbs. */
import type { Stage } from '../../../shared/domain/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../environment.ts';

type MoveSheetProps = {
  readonly title: string;
  readonly to: readonly Stage[];
  readonly onMove: (stage: Stage) => void;
  readonly onClose: () => void;
};

export function MoveSheet({ title, to, onMove, onClose }: MoveSheetProps) {
  const { t } = useWords();
  return (
    <Sheet title={t('board.moveTitle', { title })} closeLabel={t('app.close')} onClose={onClose}>
      <div class="board-screen__choices">
        {to.length === 0 && <p>{t('stages.none')}</p>}
        {to.map((stage) => (
          <Button key={stage} onClick={() => onMove(stage)}>
            {t(`stage.${stage}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
