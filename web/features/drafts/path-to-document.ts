/** Where a document of whichever kind is shown. */
import type { DocumentKind } from '../../../shared/domain/document-kinds.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';

export function pathToDocument(id: DocumentId, kind: DocumentKind | undefined): string {
  if (kind === 'workspace') return pathToPage.practice;
  return kind === 'measure' ? pathToPage.measure(id) : pathTo.improvement(id);
}
