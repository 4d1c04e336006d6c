/** The days of a record's plan, as the rules about their order read them. */
import type { PlanDays } from '../../../shared/process/plan-days.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { localDay } from '../local-day.ts';

export const planDaysOf = ({ items, createdAt }: ImprovementState): PlanDays => ({
  createdOn: localDay(createdAt),
  tasks: items('tasks'),
  milestones: items('milestones'),
  iterations: items('iterations'),
});
