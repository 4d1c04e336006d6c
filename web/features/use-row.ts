/** The register's row of one record, followed for as long as it is shown. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ListedImprovement } from '../services/register.ts';
import { useEnvironment } from './environment.ts';

export function useRow(id: DocumentId): ListedImprovement | undefined {
  const { services } = useEnvironment();
  const [row, setRow] = useState<ListedImprovement>();
  useEffect(() => services.register.watchRow(id, setRow), [id]);
  return row;
}
