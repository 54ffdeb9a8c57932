import { type ActFrame, dayWords, type InputOf, type RegisterFacts, short, wide } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { BY_HAND, type Issues, letter, ofParty, sheet } from './parts.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

/** 听证公告: for everybody, so the party stands in it only as it may be shown (处罚法 64, 50). */
export function announcementIssues(s: S, input: In<'announce-hearing'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const { hearing } = s;
  return letter('CT14-听证公告', s, frame, facts, {
    title: '行政处罚听证公告',
    addressee: null,
    receipt: false,
    body: [
      {
        heading: null,
        paragraphs: [
          `本机关定于${dayWords(hearing?.heldOn ?? null)}在${hearing?.place ?? ''}对${s.party.name}涉嫌${s.cause}一案公开举行听证。`,
          '公民、法人或者其他组织可以旁听，请遵守听证纪律。',
          `公告方式：${input.where}。`,
        ],
      },
    ],
    contact: input.contact,
  });
}

/** 听证报告: what was heard and what the host thinks of it; kept by the organ. */
export function hearingReportIssues(s: S, input: In<'report-hearing'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('CT14-听证报告', s, frame, facts, {
    title: '行政处罚听证报告',
    inside: true,
    rows: [
      wide('案由', s.cause),
      wide('当事人', ofParty(s, 'name')),
      short('听证日期', dayWords(s.hearing?.doneOn ?? null)),
      short('方式', s.hearing?.isPublic === false ? '不公开' : '公开'),
      wide('听证地点', s.hearing?.place ?? null),
      wide('听证的基本情况和双方意见', input.facts),
      wide('附', '听证笔录'),
    ],
    opinions: [{ label: '听证主持人意见', text: input.opinion, name: frame.actor.name, on: frame.legalDate }],
  });
}

/** A place for the seal and the hand of whoever receives something. */
export const RECEIVED_BY_HAND = [wide('接收单位（盖章）', BY_HAND), short('接收人签名', BY_HAND), short('接收时间', BY_HAND)];
