/** What there is to prioritise. */
import { everything, type RegisterQuery } from '../../projection/register-query.ts';

/** What somebody has yet to decide about, or to begin. */
export const backlog: RegisterQuery = {
  ...everything,
  stages: ['idea', 'assessing', 'approved'],
  sort: 'rank',
};

export const contested: RegisterQuery = { ...backlog, assessment: 'contested' };
export const disputed: RegisterQuery = { ...backlog, marks: ['escalated'] };
