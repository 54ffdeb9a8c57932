import { BARE_DOCUMENT, type DocumentTemplate, type Json, paragraph } from '#law';
import type { ApplicationFacts, NoticeFacts } from './documents/issues.ts';

const APPLICATION: DocumentTemplate<ApplicationFacts> = {
  template: 'certificate-application',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.unit,
    title: f.affair === '审核注册' ? '行政执法证件审核注册报告书' : `行政执法证件${f.affair}表`,
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '姓名', value: f.name },
          { label: '照片', value: '（贴近期免冠照片）' },
          { label: '所在单位', value: f.unit, wide: true },
          { label: '职务或者岗位', value: f.post },
          { label: '证件类别', value: f.kind },
          { label: '证件号', value: f.number },
          { label: '执法领域', value: f.domains },
          { label: '资格条件', value: f.qualification, wide: true },
          { label: '事由', value: f.reason, wide: true },
        ],
      },
      { kind: 'opinion', label: '所在单位意见（盖章）', text: '', name: '', on: null },
      { kind: 'opinion', label: '司法行政部门审核意见（盖章）', text: f.opinion, name: f.reviewer, on: f.reviewedOn },
      { kind: 'opinion', label: '自治区意见（盖章）', text: '', name: '', on: null },
    ],
    demonstration: f.demonstration,
  }),
};

const NOTICE: DocumentTemplate<NoticeFacts> = {
  template: 'certificate-notice',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: `关于${f.name}${f.kind}${f.affair}的公告`,
    body: [
      paragraph(
        `${f.unit}${f.name}持有的${f.kind}（证件号：${f.number}），因${f.basis}，自${f.from}起${f.affair}，不得再用于行政执法活动。`,
      ),
      paragraph('特此公告。'),
    ],
    signature: { organisation: f.issuer, on: f.on },
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [APPLICATION, NOTICE];
