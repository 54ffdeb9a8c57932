import { type ActFrame, dayWords, enforcersNamed, type InputOf, partyWord, type RegisterFacts, short, wide } from '#law';
import type { FORMS } from '../forms.ts';
import { type OrdinaryPenalty, SOURCE_LABELS } from '../model.ts';
import { SETTLED_LABELS } from '../model-inquiry.ts';
import { BY_HAND, type Issues, letter, ofParty, partyLines, partyRows, sheet } from './parts.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

const designationRows = ({ designation }: S) =>
  designation == null ? [] : [wide('指定管辖', `${designation.by}${dayWords(designation.on)}${designation.number}`)];

/** What the case is about, as its first papers tell it. */
export const clueRows = (s: S) => [
  short('案件来源', SOURCE_LABELS[s.source]),
  short('登记日期', dayWords(s.openedOn)),
  wide('案由', s.cause),
  ...partyRows(s),
  wide('违法行为发生地', s.place),
  ...designationRows(s),
  ...(s.itemCode === null ? [] : [short('权责事项编码', s.itemCode)]),
  short('违法行为日期', actDays(s)),
  short('发现日期', dayWords(s.discoveredOn)),
  wide('线索内容', s.narrative),
  ...(s.harm ? [wide('涉及生命健康安全、金融安全且有危害后果', s.harmReason ?? '是')] : []),
];

function actDays({ actStartedOn, actEndedOn }: S): string {
  if (actEndedOn === null) return `${dayWords(actStartedOn)}起，尚在继续`;
  return actEndedOn === actStartedOn ? dayWords(actStartedOn) : `${dayWords(actStartedOn)}至${dayWords(actEndedOn)}`;
}

/** 案源登记表; of a complaint or a report the 举报投诉登记表. Who reported stands in neither. */
export function clueIssues(s: S, frame: ActFrame, facts: RegisterFacts): Issues {
  const isTold = s.source === 'complaint' || s.source === 'report';
  return sheet(isTold ? 'CT14-举报投诉登记表' : 'CT14-案源登记表', s, frame, facts, {
    title: isTold ? '举报投诉登记表' : '案源登记表',
    inside: true,
    rows: [...clueRows(s), wide('来源编号', s.sourceRef), short('登记人', frame.actor.name), wide('处理意见', BY_HAND)],
  });
}

/** 陈述申辩笔录 (处罚法 44, 45). */
export function statementIssues(s: S, input: In<'statement'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('CT14-陈述申辩笔录', s, frame, facts, {
    title: '陈述申辩笔录',
    on: null,
    rows: [
      wide('案由', s.cause),
      wide('当事人', ofParty(s, 'name')),
      wide('陈述、申辩人', partyWord(input.by, 'name')),
      short('日期', dayWords(frame.legalDate)),
      short('事先告知书送达日期', dayWords(s.notices.at(-1)?.receivedOn ?? null)),
      wide('地点、起止时间', BY_HAND),
      wide('执法人员', enforcersNamed(s.handlerIds, facts)),
      wide('告知', '对陈述、申辩的事实、理由和证据，本机关进行复核，成立的予以采纳；不因陈述、申辩而给予更重的处罚。'),
      wide('陈述、申辩的事实、理由和证据', input.content),
      wide('陈述、申辩人签名', BY_HAND),
      wide('记录人', frame.actor.name),
      wide('执法人员签名', BY_HAND),
    ],
  });
}

/** What has become of the evidence that was registered and kept, told to the party (处罚法 56). */
export function settledIssues(s: S, input: In<'settle-preservation'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const kept = s.preservations.find((p) => p.no === input.no);
  if (kept === undefined) return [];
  const told = s.letters.filter(({ kind }) => kind === 'preservation')[kept.no - 1]?.number ?? null;
  return letter('CT14-登记保存证据处理通知书', s, frame, facts, {
    title: '先行登记保存证据处理通知书',
    body: [
      {
        heading: null,
        paragraphs: [
          ...partyLines(s),
          `因你（单位）涉嫌${s.cause}，本机关${dayWords(kept.on)}对下列证据先行登记保存${told === null ? '' : `（${told}）`}。根据《中华人民共和国行政处罚法》第五十六条，现作出处理决定：`,
          `${SETTLED_LABELS[input.how]}。`,
          `理由：${input.reason}`,
        ],
      },
    ],
    list: { titles: ['序号', '物品名称', '数量'], rows: kept.items.map((item, i) => [String(i + 1), item.name, item.quantity]) },
  });
}

/** 听证申请登记表: what the party has asked for, by word or in writing, and whether it was in time (处罚法 64). */
export function hearingAskedIssues(s: S, input: In<'ask-hearing'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const notice = s.notices.at(-1);
  const told = s.letters.find(({ no }) => no === notice?.letterNo);
  return sheet('CT14-听证申请登记表', s, frame, facts, {
    title: '行政处罚听证申请登记表',
    rows: [
      wide('案由', s.cause),
      ...partyRows(s),
      wide('听证告知书文号', told?.number ?? null),
      short('告知书送达日期', dayWords(notice?.receivedOn ?? null)),
      short('申请日期', dayWords(input.askedOn)),
      wide('申请人', partyWord(input.by, 'name')),
      wide('申请事项', '要求对本案举行听证。'),
      wide('申请人签名', BY_HAND),
      wide('登记人', frame.actor.name),
    ],
  });
}
