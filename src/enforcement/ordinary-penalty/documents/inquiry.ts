import { type ActFrame, dayWords, enforcersNamed, type InputOf, partyWord, type RegisterFacts, short, wide } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ASKED_LABELS, VISIT_LABELS } from '../model-inquiry.ts';
import { BY_HAND, type Issues, letter, ofParty, partyLines, partyRows, sheet } from './parts.ts';
import { clueRows } from './records.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

/** 立案审批表. */
export function filingIssues(s: S, input: In<'file'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('CT14-立案审批表', s, frame, facts, {
    title: '行政处罚立案审批表',
    inside: true,
    number: s.number,
    rows: [...clueRows(s), wide('拟适用的法律依据', s.basis), wide('承办人', enforcersNamed(s.handlerIds, facts))],
    opinions: [
      { label: '承办人意见', text: s.proposal ?? '建议立案。', name: s.proposedBy?.name ?? '', on: s.proposedOn },
      { label: '负责人审批意见', text: input.opinion ?? '同意立案。', name: frame.actor.name, on: frame.legalDate },
    ],
  });
}

/** 不予立案审批表. */
export function notFiledIssues(s: S, input: In<'decline'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('CT14-不予立案审批表', s, frame, facts, {
    title: '行政处罚不予立案审批表',
    inside: true,
    rows: [...clueRows(s), wide('告知情况', input.told)],
    opinions: [{ label: '负责人审批意见', text: `不予立案。${input.reason}`, name: frame.actor.name, on: frame.legalDate }],
  });
}

/** 询问笔录. */
export function questionIssues(s: S, input: In<'question'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const asked = (part: Parameters<typeof partyWord>[1]) => partyWord(input.person, part);
  return sheet('CT14-询问笔录', s, frame, facts, {
    title: '询问笔录',
    on: null,
    rows: [
      wide('案由', s.cause),
      short('被询问人', asked('name')),
      short('身份', ASKED_LABELS[input.as]),
      short('证件种类', asked('idKind')),
      short('证件号码', asked('idNumber')),
      wide('住址（住所）', asked('address')),
      short('日期', dayWords(frame.legalDate)),
      short('起止时间', input.time),
      wide('询问地点', input.place),
      wide('询问人', enforcersNamed(input.officers, facts)),
      wide(
        '告知',
        `${input.shown ? '已' : '未'}出示执法证件；${input.told ? '已' : '未'}告知陈述、申辩、申请回避的权利和如实回答的义务。是否申请回避：${input.recusal}`,
      ),
      wide('询问记录', input.record),
      wide('被询问人签名', input.unsigned === null ? BY_HAND : `未签名：${input.unsigned}`),
      wide('询问人、记录人签名', BY_HAND),
    ],
  });
}

/** 现场检查笔录, 勘验笔录, 现场笔录. */
export function inspectionIssues(s: S, input: In<'inspect'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet(`CT14-${VISIT_LABELS[input.form]}`, s, frame, facts, {
    title: VISIT_LABELS[input.form],
    on: null,
    rows: [
      wide('案由', s.cause),
      wide('当事人', ofParty(s, 'name')),
      short('日期', dayWords(frame.legalDate)),
      short('起止时间', input.time),
      wide('地点', input.place),
      wide('执法人员', enforcersNamed(input.officers, facts)),
      wide('出示证件', input.shown ? '已主动出示执法证件。' : '未出示。'),
      wide('在场的当事人、见证人', partyWord(input.present, 'name')),
      wide('检查（勘验）情况', input.found),
      wide('当事人、见证人签名', input.unsigned === null ? BY_HAND : `未签名：${input.unsigned}`),
      wide('执法人员签名', BY_HAND),
    ],
  });
}

/** 先行登记保存证据通知书 for the party, and the approval of it, which the organ keeps (处罚法 56). */
export function preservationIssues(s: S, input: In<'preserve'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const told = [
    ...partyRows(s),
    wide('案由', s.cause),
    wide('登记保存的理由', input.reason),
    wide('保存地点', input.place),
    wide('保管人', input.keeper),
    wide('执法人员', enforcersNamed(input.officers, facts)),
  ];
  const list = { titles: ['序号', '物品名称', '数量'], rows: input.items.map((item, i) => [String(i + 1), item.name, item.quantity]) };
  return [
    ...sheet('CT14-先行登记保存审批表', s, frame, facts, {
      title: '先行登记保存证据审批表',
      inside: true,
      rows: told,
      list,
      opinions: [{ label: '负责人审批意见', text: '批准先行登记保存。', name: frame.actor.name, on: frame.legalDate }],
    }),
    ...letter('preservation', s, frame, facts, {
      title: '先行登记保存证据通知书',
      number: frame.number?.text ?? null,
      body: [
        {
          heading: null,
          paragraphs: [
            ...partyLines(s),
            `你（单位）涉嫌${s.cause}。${PRESERVED}`,
            `登记保存的理由：${input.reason}`,
            `保存地点：${input.place}。保管人：${input.keeper}。执法人员：${enforcersNamed(input.officers, facts)}。`,
            '登记保存的证据：',
          ],
        },
      ],
      list,
    }),
  ];
}

const PRESERVED =
  '根据《中华人民共和国行政处罚法》第五十六条，本机关决定对下列证据先行登记保存，在七个工作日内及时作出处理决定。在此期间，当事人或者有关人员不得销毁或者转移证据。';
