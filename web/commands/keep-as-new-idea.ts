/** Edits whose record is gone, or never was on the server, become a record of their own. */
import type { Result } from '../../shared/result.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { limits } from '../../shared/domain/improvement.ts';
import { readWishes } from '../../shared/document/read-wishes.ts';
import { writeNewImprovement } from '../../shared/document/write-new-improvement.ts';
import { writeWishes } from '../../shared/document/write-wishes.ts';
import type { RandomDep } from '../../shared/deps.ts';
import type { StorageFailure } from '../services.ts';
import type { DraftedEdits } from './drafted-edits.ts';
import { keepDocument, type KeepDeps } from './keep-improvement.ts';

/** `title`: of the lost record, for edits that say nothing by themselves. */
export function keepAsNewIdea(
  deps: KeepDeps & RandomDep,
  title: string,
  { updates, words }: DraftedEdits,
): Promise<Result<{ readonly id: DocumentId }, StorageFailure>> {
  const { wishes, looseTexts } = readWishes([], updates);
  const description = wishes.find((wish) => wish.type === 'text' && wish.field === 'description');
  const written = description?.type === 'text' ? description.wanted : '';
  const text = [written === '' ? title : written, ...looseTexts, ...words]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, limits.captureLength);
  return keepDocument(deps, (doc, author) => {
    writeNewImprovement(doc, text === '' ? '…' : text, author);
    const others = wishes.filter((wish) => wish !== description);
    writeWishes(doc, others, { ...author, randomBytes: deps.randomBytes });
  });
}
