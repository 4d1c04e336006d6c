/** A line of the details: what it is on the left, its control on the right, and values that stand against each other below. */
import type { ComponentChildren } from 'preact';
import type { HistoryField } from '../../../shared/protocol/history.ts';
import { FieldName } from '../history/field-history.tsx';

type DetailLineProps = {
  readonly field: HistoryField;
  /** Whoever may only read sees the controls as they stand. */
  readonly isReadOnly: boolean;
  readonly children: ComponentChildren;
};

/** The name is the way to the field's history; each control carries its own name. */
export const DetailLine = ({ field, isReadOnly, children }: DetailLineProps) => (
  <div class="details__line">
    <div class="details__label">
      <FieldName field={field} />
    </div>
    <fieldset class="details__value" disabled={isReadOnly}>
      {children}
    </fieldset>
  </div>
);
