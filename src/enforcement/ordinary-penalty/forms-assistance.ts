import { choice, files, integer, longtext, persons, text } from '#law';
import { EVIDENCE_LABELS, LATE } from '#law/evidence/index';
import { ASSISTED_LABELS } from './model-assistance.ts';

const optional = { required: false } as const;

/** What comes back from an organ that was asked for help, and what becomes of it. */
export const ASSISTANCE_FORMS = {
  'note-assistance': {
    request: text('协助请求', { max: 40 }),
    organ: text('答复的机关', { max: 500 }),
    letter: text('协助函文号', { max: 60 }),
    outcome: choice('答复', ASSISTED_LABELS),
    number: text('复函文号', { ...optional, max: 60 }),
    words: longtext('结果或者理由', { max: 5000 }),
    papers: files('复函和结果材料', { ...optional, max: 40 }),
  },
  'take-assistance': {
    no: integer('协助答复序号', { min: 1, max: 200 }),
    kind: choice('证据种类', EVIDENCE_LABELS),
    name: text('证据名称'),
    officers: persons('执法人员', 'officers', { hint: '不少于两人，持有效行政执法证' }),
    ...LATE,
  },
};
