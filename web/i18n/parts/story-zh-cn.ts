/** What the story of a record says, in Chinese. */
import type { Translated } from '../catalogue.ts';
import type { storyEn } from './story-en.ts';

export const storyZhCn: Translated<typeof storyEn> = {
  'story.index': '本记录的七个问题',
  'story.question.1': '愿景是什么？',
  'story.question.2': '我们现在在哪里？',
  'story.question.3': '我们想要到达哪里？',
  'story.question.4': '我们如何到达？',
  'story.question.5': '采取行动',
  'story.question.6': '我们到达了吗？',
  'story.question.7': '我们如何保持势头？',
  'story.nothing': '还没有内容',
  'story.prompts': '已答 {count}/{total} 题',
  'story.plan': '计划',
  'story.currentHint': '目前情况如何：多频繁、多久、多少？',
  'story.noOwner': '还没有负责人',
  'story.owner': '负责人：{name}',
  'story.due': '截止 {day}',
  'story.priority': '优先级 {score}',
};
