import { type CaseFilePlan, dayWords, partyWord, wide } from '#law';
import { FOLLOWED_LABELS } from '#law/correcting/index';
import { endedOn } from '../lifecycle/standing.ts';
import type { OrderToCorrect } from '../model.ts';

type S = OrderToCorrect;

/** The letter first, then what was found, then what has become of it [practice]. */
export const CASE_FILE: CaseFilePlan<S> = {
  name: '责令改正案卷',
  sections: [
    { volume: 'main', documents: ['correction', 'revocation'], acts: ['order-again', 'revoke'] },
    { volume: 'main', documents: [], acts: ['open', 'revise'] },
    { volume: 'main', documents: ['CT14-送达地址确认书'], acts: ['confirm-address'] },
    { volume: 'main', documents: ['CT14-改正复查记录'], acts: ['note-reply', 'check-correction', 'follow-correction'] },
    { volume: 'main', documents: [], acts: ['note-revoked'] },
    { volume: 'side', documents: ['CT14-责令改正审批表'], acts: ['sign'] },
  ],
  behindLetter: { documents: ['CT14-送达回证'], acts: ['seal-by-hand', 'fail-service', 'announce', 'serve'] },
  evidence: () => null,
  cover: (s) => [
    wide('通知书文号', s.letters[0]?.number ?? null),
    wide('违法行为', s.cause),
    wide('当事人', partyWord(s.party, 'name')),
    wide('发现日期', dayWords(s.foundOn)),
    wide('处理结果', resultWords(s)),
    wide('办结日期', dayWords(endedOn(s))),
    wide('档案号', s.archive?.number ?? null),
    wide('保管期限', '　'),
  ],
};

function resultWords({ revocation, corrections }: S): string | null {
  if (revocation?.effectOn != null) return `责令改正已撤销：${revocation.reason}`;
  const last = corrections.at(-1);
  if (last?.followed !== undefined && last.followed.how !== 'again') return `${FOLLOWED_LABELS[last.followed.how]}。${last.followed.words}`;
  return last?.corrected === true ? '已改正' : null;
}
