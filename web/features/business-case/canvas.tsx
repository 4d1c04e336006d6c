/** The lean canvas: nine cells that everybody writes in at once; a grid at a desk, one after the other on a phone. */
import { canvasFields } from '../../../shared/domain/record-values.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';
import { CollaborativeText } from '../improvement/collaborative-text.tsx';
import { filledCells } from './filled-cells.ts';
import './canvas.css';

type CanvasProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

export function Canvas({ improvement, state }: CanvasProps) {
  const { t } = useWords();
  const filled = filledCells(improvement);
  return (
    <section class="canvas" aria-label={t('canvas.title')}>
      <header class="canvas__header">
        <h2 class="canvas__title">{t('canvas.title')}</h2>
        <p class="canvas__progress figures" role="status" data-testid="canvas-progress">
          {t('canvas.filled', { count: filled, total: canvasFields.length })}
        </p>
      </header>
      <div class="canvas__grid">
        {canvasFields.map((field) => (
          <div key={field} class="canvas__cell" style={{ gridArea: field }}>
            <CollaborativeText
              texts={improvement}
              field={field}
              hint={t(`canvas.hint.${field}`)}
              readOnly={!state.isAllowed('editRecord')}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
