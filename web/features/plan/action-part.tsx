/** What is done and by whom: the tasks of a record and its iterations. */
import type { StoryPartProps } from '../improvement/story-part.ts';
import { LessonDoor } from '../lessons/lesson-door.tsx';
import { IterationList } from './iteration-list.tsx';
import { RecordBlocked } from './record-blocked.tsx';
import { TaskList } from './task-list.tsx';
import './plan.css';

export const ActionPart = ({ improvement, state }: StoryPartProps) => (
  <div class="plan">
    <TaskList improvement={improvement} state={state} />
    <IterationList improvement={improvement} state={state} />
    <RecordBlocked improvement={improvement} state={state} />
    {state.isAllowed('editRecord') && <LessonDoor improvement={improvement} />}
  </div>
);
