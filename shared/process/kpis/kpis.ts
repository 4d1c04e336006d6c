/** The eight key figures of the practice, each with the figures that it shows; the first one leads (guide, table 2.2). */
import type { FigureName } from './figures.ts';

export const kpis = {
  satisfaction: ['satisfaction'],
  adoption: ['peopleTakingPart', 'teamsTakingPart', 'followsModel'],
  culture: ['answeredOnTime', 'ideasPerHundred', 'lessonsPerClosed', 'lookedBack'],
  returns: ['returnAchieved', 'returnPlanned', 'valueMet'],
  success: ['achieved', 'partlyAchieved', 'notMeasurable', 'onTime', 'onCost'],
  harm: ['harmful', 'harm'],
  productivity: ['productivity'],
  opportunities: ['opportunities'],
} as const satisfies Readonly<Record<string, readonly FigureName[]>>;
