/** How far a canvas is. */
import { canvasFields } from '../../../shared/domain/record-values.ts';
import type { OpenImprovement } from '../../services/improvement.ts';

/** How many of its cells say something. */
export const filledCells = (improvement: Pick<OpenImprovement, 'text'>): number =>
  canvasFields.filter((field) => improvement.text(field).toString().trim() !== '').length;
