/** The name of a list within a part of a record, and how much is in it. */
import type { ComponentChildren } from 'preact';

type PlanHeadingProps = {
  readonly title: string;
  /** "3 of 7"; a number stands for itself, and 0 is not said. */
  readonly count: number | string;
  readonly children?: ComponentChildren;
};

export const PlanHeading = ({ title, count, children }: PlanHeadingProps) => (
  <h3 class="plan__heading">
    {title}
    {count !== 0 && <span class="plan__count figures">{count}</span>}
    {children !== undefined && <span class="plan__door">{children}</span>}
  </h3>
);
