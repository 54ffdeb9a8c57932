import { BARE_DOCUMENT, chineseDay, type DocumentTemplate, type Json } from '#law';
import type { RecordFacts } from './documents/issues.ts';

const RECORD: DocumentTemplate<RecordFacts> = {
  template: 'guidance-record',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.guide,
    title: '业务指导记录',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '指导部门', value: f.guide, wide: true },
          { label: '接受指导的单位', value: f.guided, wide: true },
          { label: '指导关系', value: f.relation },
          { label: '指导方式', value: f.form },
          { label: '指导日期', value: chineseDay(f.givenOn) },
          { label: '指导人员', value: f.guides },
          { label: '对方参加人员', value: f.attendees, wide: true },
          { label: '事由', value: f.subject, wide: true },
          ...(f.request === '' ? [] : [{ label: '请示或者要求', value: f.request, wide: true }]),
          { label: '指导内容或者答复意见', value: f.content, wide: true },
        ],
      },
      { kind: 'opinion', label: '接受指导单位的确认意见', text: f.confirmation, name: f.confirmedBy, on: f.confirmedOn },
    ],
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [RECORD];
