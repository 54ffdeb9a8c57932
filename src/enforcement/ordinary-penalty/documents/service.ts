import { type ActFrame, dayWords, type InputOf, partyWord, type RegisterFacts, short, wide } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { LETTER_LABELS, type Letter, SERVICE_LABELS } from '../model-execution.ts';
import { BY_HAND, type Issues, ofParty, sheet } from './parts.ts';

type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

/** 送达回证. */
export function receiptIssues(s: OrdinaryPenalty, input: In<'serve'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const served = s.letters.at(-1);
  if (served === undefined) return [];
  return sheet('CT14-送达回证', s, frame, facts, {
    title: '送达回证',
    rows: [
      wide('送达文书', `${nameOfLetter(s, served)}（${served.number}）`),
      wide('受送达人', served.kind === 'transfer' ? s.transferTo : ofParty(s, 'name')),
      short('送达方式', SERVICE_LABELS[input.how]),
      short('送达日期', dayWords(input.receivedOn)),
      wide('送达地点', input.place),
      wide('签收人', partyWord(input.receiver, 'name')),
      ...(input.witness === null ? [] : [wide('见证人、拒收情况', partyWord(input.witness, 'name'))]),
      ...(input.publishedOn === null ? [] : [short('公告发布日期', dayWords(input.publishedOn))]),
      wide('受送达人签名或者盖章', BY_HAND),
      wide('送达人', `${frame.actor.name}${BY_HAND}`),
    ],
  });
}

/** A notice with the right to a hearing bears another name. */
function nameOfLetter(s: OrdinaryPenalty, { kind, no }: Letter): string {
  const isHearing = s.notices.some((n) => n.letterNo === no && n.hearing);
  return isHearing ? '行政处罚听证告知书' : LETTER_LABELS[kind];
}
