/** The canvas as it is printed: plain words on one sheet, small enough for what was written. */
import { canvasFields } from '../../../shared/domain/record-values.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';
import { sheetSize } from '../improvement/sheet-size.ts';
import './canvas-print.css';

type CanvasPrintProps = {
  readonly improvement: OpenImprovement;
  /** Number and title of the record. */
  readonly name: string;
  /** What the figures come to, in a line. */
  readonly result: string;
};

export function CanvasPrint({ improvement, name, result }: CanvasPrintProps) {
  const { t } = useWords();
  const texts = canvasFields.map((field) => improvement.text(field).toString().trim());
  return (
    <div class={`canvas-print canvas-print--${sheetSize(texts)}`} aria-hidden="true">
      <p class="canvas-print__name">{name}</p>
      <div class="canvas-print__grid">
        {canvasFields.map((field, at) => (
          <div key={field} class="canvas-print__cell" style={{ gridArea: field }}>
            <p class="canvas-print__label">{t(`field.${field}`)}</p>
            <p class="canvas-print__text">{texts[at]}</p>
          </div>
        ))}
      </div>
      <p class="canvas-print__result">{result}</p>
    </div>
  );
}
