import type { Term } from './term';

type Ready = readonly [
  id: string,
  en: readonly [name: string, meaning: string],
  zh: readonly [name: string, meaning: string],
  otherWords?: readonly string[],
];

/** Both languages side by side, so that whoever reads one entry sees whether they say the same. */
const entries: readonly Ready[] = [
  [
    'sla',
    [
      'service level agreement',
      'What a provider and a customer have agreed: which services, at what levels, and who owes what for it.',
    ],
    ['服务级别协议', '服务方与客户就服务范围、服务级别及双方职责达成的约定。'],
    ['SLA'],
  ],
  [
    'ola',
    [
      'operational level agreement',
      'What one internal group promises another, so that the service level agreements above it can be kept.',
    ],
    ['运营级别协议', '内部支持部门之间的约定，用来保证其上的服务级别协议能够兑现。'],
    ['OLA'],
  ],
  [
    'uc',
    ['underpinning contract', 'A contract with an outside supplier on which a service rests.'],
    ['支持合同', '与外部供应商签订的、支撑某项服务的合同。'],
    ['UC'],
  ],
  [
    'service-level-target',
    [
      'service level target',
      'A figure that a service is to reach, such as a time within which, or a share of time in which.',
    ],
    ['服务级别目标', '服务应达到的量化指标，例如完成时限或可用比例。'],
    ['SLO'],
  ],
  [
    'service-catalogue',
    ['service catalogue', 'The list of services on offer, in words that customers understand.'],
    ['服务目录', '以客户能理解的语言列出所提供服务的清单。'],
    ['service catalog'],
  ],
  [
    'service-hours',
    ['service hours', 'The hours in which a service is supported. Outside them no agreed time passes.'],
    ['服务时间', '提供服务支持的时段；此外的时间不计入约定时限。'],
  ],
  [
    'incident',
    ['incident', 'An unplanned interruption of a service, or a loss of its quality.'],
    ['事件', '服务的意外中断，或服务质量的下降。'],
    ['故障'],
  ],
  [
    'service-request',
    [
      'service request',
      'A wish of a user for something that is part of the normal service, such as access or advice.',
    ],
    ['服务请求', '用户提出的、属于正常服务内容的需求，例如开通权限或咨询。'],
  ],
  [
    'response-time',
    ['response time', 'The time from the receipt of a request until work on it begins.'],
    ['响应时间', '从收到请求到开始处理所经过的时间。'],
  ],
  [
    'recovery-time',
    [
      'recovery time',
      'The time from the interruption of a service until it can be used again, be it by a workaround.',
    ],
    ['恢复时间', '从服务中断到恢复可用（包括采用临时措施）所经过的时间。'],
  ],
  [
    'resolution-time',
    ['resolution time', 'The time until the cause of a request is dealt with for good.'],
    ['解决时间', '到请求的原因被彻底处理所经过的时间。'],
  ],
  [
    'workaround',
    ['workaround', 'A way to use a service again before the cause of its trouble is removed.'],
    ['临时措施', '在根本原因消除之前使服务恢复可用的办法。'],
    ['变通方法'],
  ],
  [
    'outage',
    ['outage', 'A span in which a service cannot be used.'],
    ['服务中断', '服务无法使用的一段时间。'],
  ],
  [
    'planned-interruption',
    [
      'planned interruption',
      'An outage that was agreed beforehand, such as for maintenance. It counts against no target.',
    ],
    ['计划内中断', '事先约定的中断，例如维护；不计入任何指标。'],
  ],
  [
    'availability',
    ['availability', 'The share of the agreed time in which a service could be used.'],
    ['可用性', '约定服务时间内服务可用的比例。'],
  ],
  [
    'mttr',
    ['mean time to restore', 'How long the outages of a service last on average.'],
    ['平均恢复时间', '服务中断的平均持续时间。'],
    ['MTTR'],
  ],
  [
    'mttf',
    ['mean time to failure', 'How long a service runs on average from its restoration to its next failure.'],
    ['平均无故障时间', '服务从恢复到下一次故障之间的平均运行时间。'],
    ['MTTF'],
  ],
  [
    'mtbf',
    [
      'mean time between failures',
      'How long it is on average from the start of one failure to the start of the next.',
    ],
    ['平均故障间隔时间', '从一次故障开始到下一次故障开始的平均时间。'],
    ['MTBF'],
  ],
  [
    'breach',
    ['breach', 'A target that was not kept. It stays one, even when it is excused later.'],
    ['违约', '未能达到的服务级别目标；即使事后获得豁免，记录仍然保留。'],
    ['SLA breach'],
  ],
  [
    'attainment',
    ['attainment', 'The share of cases in which a target was kept, of all that were kept or missed.'],
    ['达成率', '达到目标的件数占达到与未达到之和的比例。'],
    ['SLA达成率'],
  ],
  [
    'priority',
    ['priority', 'The order in which requests are dealt with; it follows from impact and urgency.'],
    ['优先级', '处理请求的先后顺序，由影响度和紧急度决定。'],
  ],
  ['impact', ['impact', 'How much of the business is affected.'], ['影响度', '业务受到影响的范围和程度。']],
  [
    'urgency',
    ['urgency', 'How soon the business is harmed if nothing is done.'],
    ['紧急度', '若不处理，业务多快会受到损害。'],
  ],
  [
    'escalation',
    [
      'escalation',
      'Bringing in others when time runs out or knowledge is lacking: a higher rank, or another group.',
    ],
    ['事件升级', '在时限将至或能力不足时，请求上级或其他部门介入。'],
  ],
  [
    'service-review',
    ['service review', 'A meeting of provider and customer about what was achieved and what is to change.'],
    ['服务级别评审', '服务方与客户就达成情况和改进事项进行的评审。'],
    ['service level review'],
  ],
  [
    'improvement-plan',
    ['service improvement plan', 'Actions that are to make a service better, each with an owner and a date.'],
    ['服务改进计划', '为改善服务而制定的措施，每项都有负责人和期限。'],
    ['SIP'],
  ],
  [
    'service-credit',
    ['service credit', 'What a customer is credited when agreed levels were missed.'],
    ['服务抵扣', '未达到约定级别时给予客户的补偿额度。'],
  ],
  [
    'configuration-item',
    [
      'configuration item',
      'Anything that must be managed for a service to be delivered: a server, a program, a document.',
    ],
    ['配置项', '为交付服务而需要管理的任何对象，例如服务器、软件或文档。'],
    ['CI'],
  ],
  [
    'force-majeure',
    ['force majeure', 'An event beyond the control of both sides, for which neither answers.'],
    ['不可抗力', '双方均无法控制、也无需为之负责的事件。'],
  ],
];

/**
 * Terms of service level management to begin a glossary with. They follow the ideas of ITIL 4 and ISO/IEC 20000-1 in words of
 * our own.
 */
export const readyTerms: readonly Term[] = entries.map(
  ([id, [name, meaning], [chineseName, chineseMeaning], otherWords = []]) => ({
    id,
    en: { name, meaning },
    zh: { name: chineseName, meaning: chineseMeaning },
    otherWords,
  }),
);
