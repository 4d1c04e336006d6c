/** Whose product, service or practice an improvement is about: said by the workspace's catalogue. */
import type { Someone } from '../domain/improvement.ts';
import type { WorkspaceSettings } from '../domain/workspace.ts';

/** What records name as affected items, of which this person is the product owner. */
export const ownedItems = (
  { items }: Pick<WorkspaceSettings, 'items'>,
  isMe: (someone: Someone) => boolean,
): readonly string[] =>
  items.catalogue
    .filter(({ isRemoved, values }) => !isRemoved && values.title !== '')
    .filter(({ values }) => values.productOwner !== '' && isMe(values.productOwner as Someone))
    .map(({ values }) => values.title);
