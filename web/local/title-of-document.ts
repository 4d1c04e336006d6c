/** What people call a document, as far as this device knows; always inside a transaction. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Tables } from './tables.ts';

export const titleOfDocument = async (
  { records, measures }: Pick<Tables, 'records' | 'measures'>,
  id: DocumentId,
): Promise<string> => (await records.get(id))?.title ?? (await measures.get(id))?.name ?? '';
