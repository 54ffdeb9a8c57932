import { choice, date, files, longtext, organisation, text } from '#law';
import { FORM_LABELS } from './model.ts';

const optional = { required: false } as const;

const GIVEN = {
  on: date('指导日期'),
  guides: text('指导人员', { max: 200 }),
  attendees: text('对方参加人员', { max: 200 }),
  content: longtext('指导内容或者答复意见', { max: 10_000, hint: '业务指导不是监督文书；发现违法问题的，另行依法处理' }),
  record: files('记录、材料', { ...optional, max: 20 }),
};
const SUBJECT = text('事由', { max: 200 });
const MATERIALS = files('有关材料', { ...optional, max: 20 });

/** What each act of a guidance asks for. */
export const FORMS = {
  ask: {
    guide: organisation('请哪个部门指导', { hint: '委托机关、派出部门、相应的旗县区部门或者上一级主管部门' }),
    form: choice('指导方式', FORM_LABELS),
    subject: SUBJECT,
    request: longtext('请示的问题或者需要指导的内容', { max: 10_000 }),
    dueOn: date('希望答复的日期', { ...optional, hint: '双方商定，不是法定期限' }),
    materials: MATERIALS,
  },
  assign: {
    guide: organisation('指导的部门', { hint: '本部门，或者由司法行政部门指定的部门' }),
    guided: organisation('接受指导的单位'),
    form: choice('指导方式', FORM_LABELS),
    subject: SUBJECT,
    request: longtext('任务和要求', { max: 10_000 }),
    dueOn: date('完成日期', { ...optional, hint: '布置任务的单位自定，不是法定期限' }),
    materials: MATERIALS,
  },
  'record-given': {
    guided: organisation('接受指导的单位'),
    form: choice('指导方式', FORM_LABELS),
    subject: SUBJECT,
    ...GIVEN,
  },
  record: GIVEN,
  confirm: { words: longtext('确认意见', { ...optional, max: 2000 }) },
  object: { reason: longtext('与事实不符之处', { max: 2000 }) },
  decline: { reason: longtext('退回的理由', { max: 2000, hint: '不属本部门指导职责的，写明属于哪个部门' }) },
  withdraw: { reason: longtext('撤回理由', { max: 2000 }) },
  cancel: { reason: longtext('取消理由', { max: 2000 }) },
};
export type Forms = typeof FORMS;
