/** What the demo measures, in Simplified Chinese. */
import type { MeasureWords } from './demo-words.ts';

export const chineseMeasureWords: MeasureWords = {
  notes: ['本周有节假日', '由夜班统计', '缺两天数据', '新同事统计，有人带', '病假的人多'],
  of: {
    outages: {
      name: '病区设备故障',
      unit: '次/周',
      method: '统计“设备”类工单，误报关闭的不算。',
      change: '每层楼放备用设备',
    },
    startTime: {
      name: '病区电脑开机时间',
      unit: '分钟',
      method: '每周一早上六点抽十台，从按电源到登录界面，取平均值。',
      change: '减少开机启动的程序',
    },
    lateTrolleys: {
      name: '晚到的推车',
      unit: '辆/天',
      method: '比计划晚十五分钟以上，以病区门口扫码为准。',
      change: '再给司机打一次电话',
    },
    emptyShelves: {
      name: '货架缺货品种',
      unit: '种/天',
      method: '每天傍晚巡视各病区时清点。',
      change: '用卡片提示何时补货',
    },
    waiting: {
      name: '签到到就诊的等候时间',
      unit: '分钟',
      method: '门诊系统的时间记录，取一周的中位数。',
      change: '签到核对一次，各窗口通用',
    },
    lettersOut: {
      name: '出院小结发出所需天数',
      unit: '天',
      method: '病历系统中一周内全部小结的平均值。',
      change: '提前一天口述小结',
    },
    information: {
      name: '患者对说明的清楚程度',
      unit: '',
      method: '每周在出口询问十二位患者，取居中的回答。',
      change: '就诊前寄送通俗说明',
      scale: ['很差', '较差', '一般', '清楚', '很清楚'],
    },
    overtime: {
      name: '护士加班',
      unit: '小时',
      method: '每周超出排班的工时，各病区合计。',
      change: '提前四周公布排班',
    },
    shortNotice: {
      name: '临时调班',
      unit: '次/四周',
      method: '班次开始前不足两天的改动，按排班记录统计。',
      change: '设立夜班机动人员',
    },
    firstContact: {
      name: '首次来电解决率',
      unit: '%',
      method: '一周来电中不需要回电的比例。',
      change: '一线可在限额内直接处理',
    },
    electricity: {
      name: '每床用电',
      unit: '千瓦时/周',
      method: '各楼总表读数除以在用床位数。',
      change: '通风按时段运行',
    },
    invoices: {
      name: '发票付款所需天数',
      unit: '天',
      method: '一周内已付发票的平均值。',
      change: '按订单号自动核对送货单',
    },
  },
};
