import { type ActFrame, dayWords, type InputOf, partyWord, type RegisterFacts, short, wide } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { HEARING_OUTCOME_LABELS } from '../model-deciding.ts';
import { BY_HAND, type Issues, letter, ofParty, sheet } from './parts.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

/** 听证通知书: time, place, host, and what the party may do (处罚法 64). */
export function hearingNoticeIssues(s: S, input: In<'notify-hearing'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const host = facts.certificates.get(input.host[0] ?? '')?.[0]?.officerName ?? '本机关指定的人员';
  return letter('CT14-听证通知书', s, frame, facts, {
    title: '行政处罚听证通知书',
    body: [
      { heading: null, paragraphs: [`根据你（单位）的要求，本机关决定对${s.cause}一案举行听证。`] },
      {
        heading: null,
        paragraphs: [
          `时间：${dayWords(input.on)}${input.time}`,
          `地点：${input.place}`,
          `主持人：${host}`,
          `记录人：${input.recorder}`,
          `方式：${input.isPublic ? '公开举行' : `不公开举行，理由：${input.closedReason ?? ''}`}`,
        ],
      },
      {
        heading: null,
        paragraphs: [
          '你（单位）认为主持人与本案有直接利害关系的，有权申请回避；可以亲自参加听证，也可以委托一至二人代理。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。',
        ],
      },
    ],
  });
}

/** 听证笔录, the basis of the decision (65). */
export function hearingRecordIssues(s: S, input: In<'hold-hearing'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('CT14-听证笔录', s, frame, facts, {
    title: '行政处罚听证笔录',
    on: null,
    rows: [
      wide('案由', s.cause),
      wide('当事人', ofParty(s, 'name')),
      short('日期', dayWords(frame.legalDate)),
      short('方式', s.hearing?.isPublic === false ? '不公开' : '公开'),
      wide('地点', s.hearing?.place ?? null),
      wide('参加人员', partyWord(input.attended, 'name')),
      short('听证情况', HEARING_OUTCOME_LABELS[input.outcome]),
      wide('听证记录', input.record),
      wide('当事人或者代理人签名', input.unsigned === null ? BY_HAND : `未签名：${input.unsigned}`),
      wide('主持人、记录人签名', BY_HAND),
    ],
  });
}
