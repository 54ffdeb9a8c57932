import {
  BARE_DOCUMENT,
  chineseDay,
  type DocumentTemplate,
  heading,
  type Json,
  lines,
  type OfficialDocument,
  paragraph,
  verified,
} from '#law';
import type { LetterFacts, RecordFacts } from './documents/issues.ts';

function letter(f: LetterFacts, title: string, addressee: string, body: OfficialDocument['body']): OfficialDocument {
  return {
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title,
    addressee,
    body,
    signature: { organisation: f.issuer, on: f.signedOn },
    contact: f.contact,
    receiptBox: true,
    demonstration: f.demonstration,
  };
}

const CIRCULAR: DocumentTemplate<LetterFacts> = {
  template: 'circular',
  version: 1,
  make: (f) =>
    letter(f, `关于${f.subject}的通报`, f.units.join('，'), [
      paragraph(`${verified(f.basis).join('')}现将“${f.subject}”有关情况通报如下：`),
      heading('一、有关事实'),
      ...lines([f.facts]),
      heading('二、要求'),
      ...lines([f.requirement]),
    ]),
};

/** 约谈通知书: the reason in its two conditions, who, when, where. */
const CALL_IN: DocumentTemplate<LetterFacts> = {
  template: 'call-in',
  version: 1,
  make: (f) =>
    letter(f, '约谈通知书', f.units.join('，'), [
      paragraph(`${verified(f.basis).join('')}本机关决定就“${f.subject}”约谈你单位负责人。`),
      heading('一、约谈事由'),
      ...lines([f.facts]),
      ...lines(f.conditions === null ? [] : [`行政执法问题突出：${f.conditions.prominent}`, `造成重大影响：${f.conditions.impact}`]),
      heading('二、约谈安排'),
      ...lines(f.meeting === null ? [] : [`被约谈人：${f.meeting.persons}。`, `时间：${f.meeting.time}。`, `地点：${f.meeting.place}。`]),
      heading('三、要求'),
      ...lines([f.requirement]),
    ]),
};

const RECORD: DocumentTemplate<RecordFacts> = {
  template: 'call-in-record',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: '约谈记录',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '被约谈单位', value: f.unit, wide: true },
          { label: '约谈通知书', value: f.notice },
          { label: '日期', value: chineseDay(f.heldOn) },
          { label: '地点', value: f.place },
          { label: '被约谈人', value: f.persons },
          { label: '约谈内容', value: f.points, wide: true },
          { label: '被约谈人陈述', value: f.answer, wide: true },
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 8, align: 'center' },
          { title: '整改承诺', share: 67 },
          { title: '完成日期', share: 25 },
        ],
        rows: f.commitments.map((c, i) => [String(i + 1), c.words, chineseDay(c.due)]),
      },
      { kind: 'opinion', label: '被约谈人签名', text: '', name: '', on: null },
    ],
    signature: { organisation: f.issuer, on: f.heldOn },
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [CIRCULAR, CALL_IN, RECORD];
