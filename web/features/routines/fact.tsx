/** A name and what is known under it; what is not known takes no line. */
type FactProps = { readonly name: string; readonly value: string | undefined };

export const Fact = ({ name, value }: FactProps) =>
  value === undefined || value === '' ? null : (
    <div class="routines__fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
