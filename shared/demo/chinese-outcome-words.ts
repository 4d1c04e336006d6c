/** What is learned and said at the end of a demo's records, in Simplified Chinese. */
import { chineseLessons } from './chinese-lessons.ts';
import type { OutcomeWords } from './demo-words.ts';

export const chineseOutcomeWords: OutcomeWords = {
  lessons: chineseLessons,
  iterations: ['先在一处试两周', '带着学到的全面推开'],
  showcase: ['已经有帮助了。', '不错，但周末还不行。', '目前看不出区别。'],
  thanks: [
    '这每天都为我们节省时间。',
    '你们听取了意见，并坚持到它真正有效。',
    '做得好，也量得好。',
    '你们先问了夜班，结果看得出来。',
    '有了你们，再也没有人到处找了。',
    '别人还在猜的时候你们在数，谢谢。',
  ],
  reasons: {
    achieved: [
      '测了{4-10}周，效果一直保持着。',
      '病区的说法和数据一致。',
      '目标达到了，周末也一样。',
      '当初怀疑的人自己量的数，也认可。',
    ],
    partlyAchieved: [
      '有改善，但没有预期那么多。',
      '白班有效，夜班目前变化不大。',
      '三个院区到位了两个，第三个开始得晚。',
      '方向是对的，差的部分进入下一轮。',
    ],
    notAchieved: [
      '数字和以前一样起伏，我们找错了地方。',
      '做法变了，要看的数字没有变。',
      '好了一周，又回到老样子。',
    ],
    worse: ['之后反而变差，我们停下来，学到的已记下。', '这边省下的，那边要做两遍。'],
    notMeasurable: ['改变之后的读数太少，还说明不了什么。', '开始之前没有人数过。'],
  },
  unexpected: {
    good: [
      '新同事不用人带也能上手',
      '夜里的电话少了',
      '相邻两个病区自己学了过去',
      '供应商开始向别家推广，还给了我们折扣',
      '夜班找白班帮忙的次数少了',
      '访客专门道了谢',
    ],
    bad: [
      '护工走的路比以前远',
      '又多了一份要维护的名单',
      '周末被漏掉了，之前没人注意',
      '早上电梯更忙了',
      '兼职同事得知变化比较晚',
      '两个窗口现在互相等',
    ],
  },
};
