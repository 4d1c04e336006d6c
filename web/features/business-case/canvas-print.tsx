/** The canvas as it is printed: plain words on one sheet. */
import { canvasFields } from '../../../shared/domain/record-values.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { useWords } from '../environment.ts';
import { RecordSheet, SheetCell } from '../improvement/record-sheet.tsx';
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
    <RecordSheet name={name} written={texts} gridClass="canvas-print" foot={result}>
      {canvasFields.map((field, at) => (
        <SheetCell key={field} area={field} label={t(`field.${field}`)}>
          <p class="record-sheet__text">{texts[at]}</p>
        </SheetCell>
      ))}
    </RecordSheet>
  );
}
