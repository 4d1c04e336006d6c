/** A part of a page under its own heading, and a line in it: what it is on the left, what can be done on the right. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './section.css';

type SectionProps = { readonly title: string; readonly children: ComponentChildren };

export function Section({ title, children }: SectionProps) {
  const titleId = useId();
  return (
    <section class="section" aria-labelledby={titleId}>
      <h2 class="section__title" id={titleId}>
        {title}
      </h2>
      {children}
    </section>
  );
}

type SectionLineProps = {
  readonly label?: string;
  readonly hint?: string | undefined;
  readonly children?: ComponentChildren;
};

export const SectionLine = ({ label, hint, children }: SectionLineProps) => (
  <div class="section__line">
    <div>
      {label !== undefined && <p>{label}</p>}
      {hint !== undefined && <p class="section__hint">{hint}</p>}
    </div>
    {children !== undefined && <div class="section__control">{children}</div>}
  </div>
);
