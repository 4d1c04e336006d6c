/** The canvas as it is printed: plain words on one sheet, small enough for what was written. */
import { canvasFields } from '../../../shared/domain/record-values.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';
import './canvas-print.css';

type CanvasPrintProps = {
  readonly improvement: OpenImprovement;
  /** Number and title of the record. */
  readonly name: string;
  /** What the figures come to, in a line. */
  readonly result: string;
};

/** From so many characters on, the next smaller letters are needed for one A4 page. */
const sizes = [
  { upTo: 1_800, size: 'large' },
  { upTo: 3_600, size: 'middle' },
  { upTo: Infinity, size: 'small' },
] as const;

/** A Chinese character takes the room of two Latin ones. */
const widthOf = (text: string): number => text.replace(/[\u2e80-\uffff]/gu, '  ').length;

export function CanvasPrint({ improvement, name, result }: CanvasPrintProps) {
  const { t } = useWords();
  const texts = canvasFields.map((field) => improvement.text(field).toString().trim());
  const width = texts.reduce((sum, text) => sum + widthOf(text), 0);
  const size = sizes.find(({ upTo }) => width <= upTo)?.size ?? 'small';
  return (
    <div class={`canvas-print canvas-print--${size}`} aria-hidden="true">
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
