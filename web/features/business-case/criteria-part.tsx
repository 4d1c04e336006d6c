/** The success criteria where the record says where it wants to be. */
import type { StoryPartProps } from '../improvement/story-part.ts';
import { CriteriaSection } from './entry-sections.tsx';

export const CriteriaPart = ({ improvement, state }: StoryPartProps) => (
  <CriteriaSection improvement={improvement} state={state} />
);
