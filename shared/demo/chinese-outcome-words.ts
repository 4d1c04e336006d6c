/** What is learned and said at the end of a demo's records, in Simplified Chinese. */
import type { OutcomeWords } from './demo-words.ts';

export const chineseOutcomeWords: OutcomeWords = {
  lessons: [
    {
      kind: 'avoid',
      planned: '所有人从同一个星期一开始。',
      happened: '一半夜班同事到星期三才听说。',
      why: '通知是用邮件发的，夜里没有人看邮件。',
      nextTime: '在每个班次交接时当面说，夜班优先。',
    },
    {
      kind: 'again',
      planned: '先在一处试行，再全面推开。',
      happened: '试行用了 {3-9} 天，发现了两个很容易改的缺陷。',
      why: '地方够小，每天傍晚都能问一遍。',
      nextTime: '从一处开始，第一周每天傍晚都去问。',
    },
    {
      kind: 'surprise',
      planned: '新做法为使用的人节省时间。',
      happened: '访客先注意到了，来问的人少了。',
      why: '我们觉得不清楚的地方，他们一直也不清楚。',
      nextTime: '动手之前也问问我们服务的人。',
    },
    {
      kind: 'avoid',
      planned: '配件一周内到货。',
      happened: '过了 {4-8} 周才到，工作停了下来。',
      why: '批准之后才下单，而交货期事先就知道。',
      nextTime: '估算时就问清交货期，从那天起排计划。',
    },
    {
      kind: 'again',
      planned: '前后都测量。',
      happened: '事先数了两周，关于是否有用的争论就解决了。',
      why: '数字是由怀疑的人自己数的。',
      nextTime: '让怀疑的人来数。',
    },
    {
      kind: 'avoid',
      planned: '各院区用同一份说明。',
      happened: '一个月内有两处绕开了它。',
      why: '那里的房间布局不同，而事先没有人去看。',
      nextTime: '写下任何东西之前，先走遍每个院区。',
    },
    {
      kind: 'surprise',
      planned: '需要 {2-5} 个人一天。',
      happened: '大部分时间花在弄清谁可以决定上。',
      why: '职责在春天变了，却没有写在任何地方。',
      nextTime: '第一次会议之前写明由谁决定。',
    },
  ],
  iterations: ['先在一处试两周', '带着学到的全面推开'],
  showcase: ['已经有帮助了。', '不错，但周末还不行。', '目前看不出区别。'],
  thanks: [
    '这每天都为我们节省时间。',
    '你们听取了意见，并坚持到它真正有效。',
    '做得好，也量得好。',
  ],
};
