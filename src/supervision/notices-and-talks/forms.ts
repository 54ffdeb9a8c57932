import {
  choice,
  date,
  files,
  flag,
  integer,
  longtext,
  matter,
  organisations,
  REVIEWED_LETTER_FORMS,
  rows,
  SEALING_FORMS,
  text,
} from '#law';
import { TYPE_LABELS } from './model.ts';

const optional = { required: false } as const;
const talk = { ...optional, group: '约谈', when: { field: 'type', is: ['talk'], fill: true } } as const;
const COMMITMENT = { words: longtext('整改承诺', { max: 2000 }), due: date('完成日期') };

const DRAFT = {
  type: choice('方式', TYPE_LABELS),
  subject: text('事由'),
  units: organisations('被通报、约谈的单位', { hint: '约谈只填一个单位' }),
  facts: longtext('有关事实'),
  requirement: longtext('要求'),
  publish: flag('向社会公开', { when: { field: 'type', is: ['circular'] } }),
  prominent: longtext('行政执法问题突出的事实', talk),
  prominentProof: files('行政执法问题突出的证明', talk),
  impact: longtext('造成重大影响的事实', talk),
  impactProof: files('造成重大影响的证明', talk),
  persons: text('被约谈人', talk),
  time: text('约谈时间', talk),
  place: text('约谈地点', talk),
  contact: text('联系人和电话'),
};

/** What each act of a circular or a call-in asks for. */
export const FORMS = {
  draft: { ...DRAFT, fromCase: matter('来源监督案件', ['case-supervision'], optional) },
  revise: DRAFT,
  ...REVIEWED_LETTER_FORMS,
  ...SEALING_FORMS,
  serve: {},
  withdraw: { reason: longtext('撤回理由') },
  hold: {
    persons: text('到会的被约谈人'),
    points: longtext('约谈内容'),
    answer: longtext('被约谈人的陈述'),
    commitments: rows('整改承诺', COMMITMENT),
    record: files('签字的约谈记录', optional),
  },
  receive: {},
  fulfil: { no: integer('承诺序号', { min: 1, max: 500 }), on: date('完成日期'), proof: files('证明材料') },
  'note-unkept': {
    no: integer('承诺序号', { min: 1, max: 500 }),
    measures: longtext('后续处理', { hint: '例如再次约谈、制发监督文书、提请上级处理' }),
  },
  close: { summary: longtext('结案意见') },
};
export type Forms = typeof FORMS;
