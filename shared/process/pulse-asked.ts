/** Whether a record asks somebody how satisfied they are with what came of it. */
import type { ImprovementRow, Someone, Stage } from '../domain/improvement.ts';

const askedIn: readonly Stage[] = ['reviewing', 'closed'];

type Asking = Pick<ImprovementRow, 'stage' | 'createdBy' | 'stakeholders' | 'pulsedBy'>;

/** Of whoever had the idea and of its stakeholders, until they have said so. `isMe` knows all devices of a person. */
export const isPulseAsked = (
  { stage, createdBy, stakeholders = [], pulsedBy = [] }: Asking,
  isMe: (someone: Someone) => boolean,
): boolean =>
  askedIn.includes(stage) &&
  ((createdBy !== '' && isMe(createdBy)) ||
    stakeholders.some((person) => isMe(person as Someone))) &&
  !pulsedBy.some(isMe);
