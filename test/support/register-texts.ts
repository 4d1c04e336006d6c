/** Words of a plausible register in English and Chinese, which the generator puts together. */

type Vocabulary = {
  readonly problems: readonly [string, ...string[]];
  readonly places: readonly [string, ...string[]];
  readonly effects: readonly [string, ...string[]];
  readonly proposals: readonly [string, ...string[]];
  readonly tags: readonly [string, ...string[]];
  readonly items: readonly [string, ...string[]];
  readonly join: (parts: readonly string[]) => string;
  readonly title: (problem: string, place: string) => string;
};

export const english: Vocabulary = {
  problems: [
    'Password resets wait for a second approval',
    'The morning handover repeats what the tickets already say',
    'Label printers run out of ribbon without a warning',
    'Two teams keep their own copy of the supplier list',
    'The build agent is busy when most changes come in',
    'Customers get three mails for one delivery',
    'Invoices with a purchase order go through manual matching',
    'The on-call phone is handed over without a note',
    'New colleagues wait four days for their accounts',
    'Forklift batteries are charged at the peak tariff',
    'Alerts for the test system wake up the night shift',
    'The change calendar does not show freezes of other sites',
    'Returned goods stand in the aisle until Friday',
    'Search in the knowledge base finds the oldest article first',
    'Nobody closes incidents that were solved by a workaround',
  ],
  places: [
    'at the service desk',
    'in the Leipzig warehouse',
    'on line 3',
    'in the payments team',
    'at goods receipt',
    'in the night shift',
    'for the field engineers',
    'in the billing run',
    'at the second site',
    'in release week',
  ],
  effects: [
    'It costs each of us about twenty minutes a day, and people start to work around it.',
    'Last month this was behind eleven of the forty complaints that we counted.',
    'Nobody notices until a customer calls, and then three people look for the cause.',
    'We measured it for two weeks: the median wait is 26 hours, the longest was nine days.',
    'It looks small, but it happens about sixty times a week.',
    'The people who suffer from it are not the ones who could change it.',
  ],
  proposals: [
    'We could start with one team for a month and compare the figures.',
    'A simple list on the wall would already show where the work piles up.',
    'The supplier says that the setting exists and only has to be switched on.',
    'I suggest to let the first line decide up to a fixed amount.',
    'If the step is needed for the audit, a sample would do instead of every case.',
    'Maybe the two forms can become one, with the fields that both need.',
  ],
  tags: ['waiting', 'handover', 'automation', 'safety', 'onboarding', 'reporting', 'cost', 'noise'],
  items: ['Service desk', 'Warehouse', 'Billing', 'Build farm', 'ERP', 'Intranet', 'Field app'],
  join: (parts) => parts.join(' '),
  title: (problem, place) => `${problem} ${place}`,
};

export const chinese: Vocabulary = {
  problems: [
    '密码重置要等第二个人审批',
    '早会重复工单里已经写过的内容',
    '标签打印机缺碳带时没有提醒',
    '两个班组各自维护一份供应商名单',
    '提交高峰时构建机总是忙',
    '同一个包裹客户会收到三封邮件',
    '有采购订单的发票还要人工核对',
    '值班手机交接时没有记录',
    '新同事的账号要等四天',
    '叉车在电价高峰时段充电',
    '测试环境的告警吵醒夜班',
    '变更日历看不到其他厂区的冻结期',
    '退货一直堆在通道里',
    '知识库搜索先显示最旧的文章',
  ],
  places: [
    '服务台',
    '苏州仓库',
    '三号线',
    '支付组',
    '收货区',
    '夜班',
    '现场工程师',
    '月结期间',
    '二期厂房',
  ],
  effects: [
    '每个人每天大约多花二十分钟，大家已经开始想办法绕开它。',
    '上个月四十件投诉里有十一件与此有关。',
    '要等客户打电话来才有人发现，然后三个人一起找原因。',
    '我们统计了两周：等待时间中位数二十六小时，最长九天。',
    '看起来是小事，但每周要发生六十次左右。',
  ],
  proposals: [
    '可以先在一个班组试行一个月，再对比数据。',
    '在墙上贴一张清单，就能看出工作堆在哪里。',
    '供应商说系统里有这个设置，只是没有打开。',
    '建议一线在一定金额以内直接决定。',
    '如果是审计要求，抽样就够了，不必每一单都做。',
    '两张表也许可以合并，只保留双方都需要的字段。',
  ],
  tags: ['等待', '交接', '自动化', '安全', '新员工', '报表', '成本'],
  items: ['服务台', '仓库', '计费', '构建平台', '工单系统', '门户网站'],
  join: (parts) => parts.join(''),
  title: (problem, place) => `${place}：${problem}`,
};
