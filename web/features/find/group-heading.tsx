/** A heading among the rows: what they have in common, and how many there are. */
import type { Grouping, RowGroup } from '../../projection/register-query.ts';
import type { RowLook } from '../register/register-row.tsx';
import { groupText } from './query-words.ts';
import { useSpeaker } from './use-speaker.ts';

type GroupHeadingProps = {
  readonly group: RowGroup;
  readonly index: number;
  readonly grouping: Grouping;
  readonly look: RowLook;
};

export function GroupHeading({ group, index, grouping, look }: GroupHeadingProps) {
  const speaker = useSpeaker();
  return (
    <div
      class={`group-heading group-heading--${look}`}
      role="row"
      data-testid="group-heading"
      aria-rowindex={index + (look === 'table' ? 2 : 1)}
    >
      <span role="rowheader" class="group-heading__cell" tabIndex={-1} data-index={index}>
        <span class="group-heading__name">{groupText(grouping, group.key, speaker)}</span>
        <span class="group-heading__count figures">{speaker.format.number(group.count)}</span>
      </span>
    </div>
  );
}
