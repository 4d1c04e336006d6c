/** Decisions that those hear of whom the record concerns; what is only between others is left out. */
export const toldDecisions = [
  'acknowledge',
  'approve',
  'decline',
  'hold',
  'resume',
  'markDuplicate',
  'unmarkDuplicate',
  'reopen',
  'askReopen',
  'refuseReopen',
  'withdraw',
  'escalate',
  'ruleEscalation',
  'confirmVerdict',
] as const;
export type ToldDecision = (typeof toldDecisions)[number];
