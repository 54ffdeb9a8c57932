import { enforcersNamed } from '../certified.ts';
import { caseLetter, casePaper, type Issues, partyLines, partyRows } from '../execution/case-papers.ts';
import type { InputOf } from '../form.ts';
import type { LocalDate } from '../local-date.ts';
import type { ActFrame, RegisterFacts } from '../matter-kind.ts';
import { remediesEither } from '../remedies.ts';
import { dayWords, short, wide } from '../sheet.ts';
import type { RECHECK_FORMS } from './forms.ts';
import type { Correcting } from './model.ts';
import { deadlineOf, ordersOf } from './orders.ts';
import type { CorrectingRoom } from './room.ts';

const BY_HAND = '\n';

type Ordered = { readonly content: string; readonly by: LocalDate | null; readonly court: string | null };

/** 责令改正通知书. `grounds`: what was found and on what the order rests, told by the kind that gives it. */
export function orderIssues(
  s: Correcting,
  grounds: readonly string[],
  { content, by, court }: Ordered,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  return caseLetter('correction', s, frame, facts, {
    title: '责令改正通知书',
    number: frame.number?.text ?? null,
    body: [
      { heading: null, paragraphs: [...partyLines(s), ...grounds, content] },
      {
        heading: null,
        paragraphs: [`请${by === null ? '立即' : `于${dayWords(by)}前`}改正完毕，并将改正情况告知本机关。逾期不改正的，依法处理。`],
      },
      { heading: null, paragraphs: [remediesEither(s.organId, court ?? '有管辖权的人民法院', facts, '通知')] },
    ],
  });
}

/** 改正复查记录: what was ordered, what two officers found of it, and whether it is corrected. */
export function recheckIssues<S extends Correcting>(
  room: CorrectingRoom<S>,
  s: S,
  { no, corrected, found, officers }: InputOf<(typeof RECHECK_FORMS)['check-correction']>,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  const order = ordersOf(s).find((one) => one.no === no);
  if (order === undefined) return [];
  return casePaper('CT14-改正复查记录', s, frame, facts, {
    title: '改正复查记录',
    on: null,
    rows: [
      ...partyRows(s),
      short('责令改正', `第${no}次`),
      short('文书文号', room.numberOf(s, order) ?? ''),
      wide('责令改正的内容', order.content),
      short('改正期限', order.by === null ? '立即改正' : dayWords(deadlineOf(room, s, order))),
      short('复查日期', dayWords(frame.legalDate)),
      wide('复查情况', found),
      short('复查结果', corrected ? '已经改正' : '没有改正'),
      wide('执法人员', enforcersNamed(officers, facts)),
      wide('当事人意见、签名、日期', BY_HAND),
      wide('执法人员签名、日期', BY_HAND),
    ],
  });
}
