/** An entry of a log, folded to one line: when and who on the left, what came of it in the middle. */
import type { ComponentChildren } from 'preact';
import './folded-entry.css';

type FoldedEntryProps = {
  readonly lead: ComponentChildren;
  readonly gist: string;
  readonly more?: string | undefined;
  /** A person has to choose between values in it: it is not folded away. */
  readonly isDisputed: boolean;
  readonly children: ComponentChildren;
};

export const FoldedEntry = ({ lead, gist, more, isDisputed, children }: FoldedEntryProps) => (
  <details class="folded-entry" open={isDisputed}>
    <summary class="folded-entry__line">
      {lead}
      {more !== undefined && <span class="folded-entry__more">{more}</span>}
      <span class="folded-entry__gist">{gist}</span>
    </summary>
    <div class="folded-entry__content">{children}</div>
  </details>
);
