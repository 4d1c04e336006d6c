/** What a row keeps of lessons and of days on which something is reviewed. */
import type { ActorId, PersonId } from './ids.ts';

/** A lesson as lists show it: each text up to {@link lessonTextLength} characters, what is empty left out. */
export type RowLesson = {
  /** Of the entry in the record's list. */
  readonly id: string;
  readonly kind?: 'again' | 'avoid' | 'surprise';
  readonly planned?: string;
  readonly happened?: string;
  readonly why?: string;
  readonly nextTime?: string;
  readonly by?: ActorId | PersonId;
  readonly on?: string;
};

/** More lessons of one record, and longer ones, are looked up in the record. */
export const lessonsKept = 20;
export const lessonTextLength = 600;

export type ReviewDay = {
  /** An iteration's result to be shown, or a criterion of success to be answered. */
  readonly what: 'showcase' | 'criterion';
  readonly on: string;
  readonly title: string;
};

export const reviewDaysKept = 5;
