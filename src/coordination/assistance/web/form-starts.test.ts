import { describe, expect, it } from 'vitest';
import { ASKED, aReply, KIND, received, replied } from '../testing.ts';
import { startsOfAssistance } from './form-starts.ts';

type Shown = Parameters<typeof startsOfAssistance>[0];
const read = (at: ReturnType<typeof replied>, party: string): Shown => KIND.shown?.(at.state, (of) => of === party) as Shown;

describe('退回的复函不重新填写（行政处罚法第二十六条）', () => {
  const drafted = received().does(ASKED.office, 'draft-reply', aReply());
  const returned = drafted.does(ASKED.head, 'return-reply', { reason: '结果不全' });

  it('审核退回、签发以后退回的，再次拟复函从退回的内容开始', () => {
    for (const at of [returned, replied().does(ASKED.office, 'return-reply', { reason: '结果不全' })])
      expect(startsOfAssistance(read(at, 'addressee'), 'draft-reply')).toEqual(aReply());
  });

  it('不予协助的，连同理由', () => {
    const refused = aReply({ outcome: 'refused', ground: 'not-competent', words: '不属于本机关职权。', materials: null });
    const at = received().does(ASKED.office, 'draft-reply', refused).does(ASKED.head, 'return-reply', { reason: '理由不足' });
    expect(startsOfAssistance(read(at, 'addressee'), 'draft-reply')).toEqual({ ...refused, materials: [] });
  });

  it('第一次拟复函、别的办理从空白开始；请求机关得不到退回的稿件', () => {
    expect(startsOfAssistance(read(received(), 'addressee'), 'draft-reply')).toBeNull();
    expect(startsOfAssistance(read(returned, 'addressee'), 'answer')).toBeNull();
    expect(startsOfAssistance(read(returned, 'issuer'), 'draft-reply')).toBeNull();
  });
});
