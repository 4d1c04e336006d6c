/** What is measured: the library, or one measure with its readings. */
import { type DocumentId, isUuid } from '../../../shared/domain/ids.ts';
import type { PageProps } from '../shell/pages.tsx';
import { Library } from './library.tsx';
import { MeasureScreen } from './measure-screen.tsx';

export const MeasuresScreen = ({ rest: [id = ''] }: PageProps) =>
  isUuid(id) ? <MeasureScreen key={id} id={id as DocumentId} /> : <Library />;
