import { type ActFrame, dayWords, enforcersNamed, type InputOf, type RegisterFacts, short, wide } from '#law';
import { evidenceList } from '#law/evidence/index';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { TERMINATION_LABELS } from '../model-inquiry.ts';
import { RECEIVED_BY_HAND } from './hearing-papers.ts';
import { type Issues, letter, ofParty, partyLines, partyRows, sheet } from './parts.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

const approval = (text: string, frame: ActFrame) => [{ label: '负责人审批意见', text, name: frame.actor.name, on: frame.legalDate }];

const caseRows = (s: S, facts: RegisterFacts) => [
  wide('案由', s.cause),
  ...partyRows(s),
  short('立案日期', s.filedOn === null ? '未立案' : dayWords(s.filedOn)),
  wide('承办人', s.handlerIds.length === 0 ? '／' : enforcersNamed(s.handlerIds, facts)),
];

/** 案件移送审批表 for the file, 案件移送书 to the organ, and the receipt that the organ signs (处罚法 27, 57). */
export function transferIssues(s: S, input: In<'transfer'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const title = input.criminal ? '涉嫌犯罪案件移送书' : '案件移送书';
  const number = frame.number?.text ?? null;
  const materials = (input.materials ?? '').split('\n').filter((line) => line.trim() !== '');
  const handed = [...materials, ...(evidenceList(s) === null ? [] : [`证据材料${s.evidence.length}项（见证据目录）`])];
  const basis = input.criminal
    ? '《中华人民共和国行政处罚法》第二十七条第一款和《行政执法机关移送涉嫌犯罪案件的规定》'
    : '《中华人民共和国行政处罚法》第五十七条第一款和有关管辖的规定';
  return [
    ...sheet('CT14-案件移送审批表', s, frame, facts, {
      title: '案件移送审批表',
      inside: true,
      number: s.number,
      rows: [...caseRows(s, facts), wide('受移送机关', input.to), wide('移送的事实和依据', input.reason)],
      opinions: approval('同意移送。', frame),
    }),
    ...letter('transfer', s, frame, facts, {
      title,
      number,
      addressee: input.to,
      receipt: false,
      body: [
        { heading: null, paragraphs: [`本机关办理的${s.cause}一案，依据${basis}，现移送你单位处理。`, ...partyLines(s)] },
        { heading: '移送的事实和理由', paragraphs: [input.reason] },
        { heading: '随案移送的材料、物品', paragraphs: handed.length === 0 ? ['无。'] : handed.map((line, i) => `${i + 1}.${line}`) },
        { heading: null, paragraphs: ['请将处理结果书面告知本机关。不予受理或者退回的，请说明理由，并退还案卷材料。'] },
      ],
    }),
    ...sheet('CT14-案件移送回执', s, frame, facts, {
      title: '案件移送回执',
      on: null,
      rows: [
        wide('移送书文号', number ?? ''),
        wide('案由', s.cause),
        wide('接收的材料、物品', handed.length === 0 ? '无' : handed.join('\n')),
        ...RECEIVED_BY_HAND,
      ],
    }),
  ];
}

/** 撤销立案审批表: the facts cannot be established (57). */
export function withdrawalIssues(s: S, input: In<'withdraw-case'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('CT14-撤销立案审批表', s, frame, facts, {
    title: '行政处罚案件撤销立案审批表',
    inside: true,
    number: s.number,
    rows: [...caseRows(s, facts), wide('违法事实不能成立的理由', input.reason)],
    opinions: approval('同意撤销立案。', frame),
    list: evidenceList(s),
  });
}

/** 终止案件审批表 for the file, and the decision to end it; there is nobody left to serve it on. */
export function terminationIssues(s: S, input: In<'terminate'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const cause = `${TERMINATION_LABELS[input.cause]}${input.basis === null ? '' : `（${input.basis}）`}`;
  return [
    ...sheet('CT14-终止案件审批表', s, frame, facts, {
      title: '行政处罚案件终止调查审批表',
      inside: true,
      number: s.number,
      rows: [...caseRows(s, facts), wide('终止的情形', cause), wide('查明的情况', input.reason)],
      opinions: approval('同意终止。', frame),
    }),
    ...letter('CT14-终止案件决定书', s, frame, facts, {
      title: '行政处罚案件终止调查决定书',
      addressee: null,
      receipt: false,
      body: [
        {
          heading: null,
          paragraphs: [
            `本机关${dayWords(s.filedOn)}立案调查的${ofParty(s, 'name')}涉嫌${s.cause}一案（${s.number ?? ''}），经查明：${input.reason}`,
            `属于“${cause}”的情形，案件不能继续办理，本机关决定终止调查。`,
          ],
        },
      ],
    }),
  ];
}
