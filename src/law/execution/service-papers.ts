import type { InputOf } from '../form.ts';
import type { ActFrame, RegisterFacts } from '../matter-kind.ts';
import { partyWord } from '../party-words.ts';
import { dayWords, short, wide } from '../sheet.ts';
import { casePaper, type Issues, ofParty } from './case-papers.ts';
import type { ServingForms } from './forms.ts';
import { letterServed, SERVICE_LABELS } from './letters.ts';
import type { Served, ServingRoom } from './serving-room.ts';

const BY_HAND = '\n';

/** 送达地址确认书: what the party is told and agrees to; address, number and mailbox are written on it by hand and stand nowhere else. */
export function addressIssues<S extends Served>(
  s: S,
  input: InputOf<ServingForms['confirm-address']>,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  return casePaper('CT14-送达地址确认书', s, frame, facts, {
    title: '送达地址确认书',
    on: null,
    rows: [
      wide('当事人', ofParty(s, 'name')),
      wide(
        '告知事项',
        '请如实填写，变更的及时告知本机关。根据《中华人民共和国行政处罚法》第六十一条第二款，当事人同意并签订确认书的，本机关可以采用传真、电子邮件等方式送达。',
      ),
      short('是否同意电子送达', input.electronic ? '同意' : '不同意'),
      wide('确认的送达方式', input.channel),
      wide('送达地址、邮政编码', BY_HAND),
      wide('收件人、联系电话', BY_HAND),
      wide('电子邮箱、短信号码等', input.electronic ? BY_HAND : null),
      wide('当事人签名、日期', BY_HAND),
      wide('执法人员签名', BY_HAND),
    ],
  });
}

/** 送达回证. */
export function receiptIssues<S extends Served>(
  room: ServingRoom<S>,
  s: S,
  input: InputOf<ServingForms['serve']>,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  const served = letterServed(s);
  if (served === null) return [];
  return casePaper('CT14-送达回证', s, frame, facts, {
    title: '送达回证',
    rows: [
      wide('送达文书', `${room.letterName(s, served)}（${served.number}）`),
      wide('受送达人', room.letterTo(s, served) ?? ofParty(s, 'name')),
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
