/** Measures and their readings, in Chinese. */
import type { Translated } from '../catalogue.ts';
import type { measuresEn } from './measures-en.ts';

export const measuresZhCn: Translated<typeof measuresEn> = {
  'field.name': '名称',
  'field.unit': '单位',
  'field.better': '改善方向',
  'field.kind': '类型',
  'field.method': '测量方法',
  'field.every': '测量频率',
  'field.period': '天、周或月',
  'field.takenBy': '测量人',
  'field.ruleset': '信号判定规则',
  'field.limitsForm': '控制限',
  'field.baselineFrom': '基线开始',
  'field.baselineTo': '基线结束',
  'field.target': '目标值',
  'field.targetLabel': '量表上的目标',
  'field.archived': '已归档',
  'field.scale': '量表',
  'field.interventions': '已采取的措施',
  'field.measured': '衡量指标',

  'item.at': '日期',
  'item.record': '记录',
  'item.baselineFrom': '基线开始',
  'item.baselineTo': '基线结束',
  'item.interventionOn': '实施日期',

  'choice.quantitative': '数值',
  'choice.qualitative': '文字量表',
  'choice.day': '天',
  'choice.week': '周',
  'choice.month': '月',
  'choice.wheeler': 'Wheeler 规则',
  'choice.nhs': 'NHS 规则',
  'choice.nelson': 'Nelson 规则',
  'choice.mean': '以均值为中心',
  'choice.median': '以中位数为中心',

  'history.reading': '测量值',
  'history.readingTaken': '{who} 记录了 {at} 的测量值 {new}',
  'history.readingCorrected': '{who} 将 {at} 的测量值从 {old} 更正为 {new}',
  'history.readingRemoved': '{who} 移除了 {at} 的测量值（原为 {old}）',
  'drafts.reading': '{at} 的测量值',
};
