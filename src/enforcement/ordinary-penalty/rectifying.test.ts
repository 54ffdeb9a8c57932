import { describe, expect, it } from 'vitest';
import { drawn } from '#testing/rehearsal';
import type { OrdinaryPenalty } from './model.ts';
import { AMEND, archived, CAST, decided, disputed, fulfilled, OWN, performing, resulted, sent, settled } from './testing.ts';
import { RECTIFY, SLIP } from './testing-rectifying.ts';

const { handlerA, deputy, head, sealer } = CAST;
const rectifying = (wrong: string, right: string, more = {}) =>
  performing().tries(deputy, 'rectify', { ...RECTIFY, items: [{ ...SLIP, wrong, right }], ...more });

describe('更正书只更正笔误，改变内容的依法变更、撤销（处罚法59、75）', () => {
  it.each([
    ['错字', '十五种商口', '十五种商品', null],
    ['日期', '二〇二六年六月三十一日', '二〇二六年六月三十日', null],
    ['处罚数额写错，更正为决定的数额', '罚款20,00元', '罚款2,000元', null],
    ['合计算错，不是处罚的数额', '货值合计1,200元', '货值合计1,300元', null],
    ['改变罚款数额', '罚款2,000元', '罚款3,000元', 'changes-sum'],
    ['不写罚款两字改变数额', '2,000元', '200元', 'changes-sum'],
    ['以大写的原文改成另一数额', '罚款贰仟元', '罚款3,000元', 'changes-sum'],
    ['增加处罚种类', '罚款', '罚款、吊销许可证件', 'changes-kind'],
    ['去掉处罚种类', '罚款和改正', '改正', 'changes-kind'],
    ['前后相同', '商品', '商品 ', 'same-words'],
  ])('%s', (_, wrong, right, refused) => {
    const answer = rectifying(wrong, right);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it('没有确认内容不变的，引第七十五条第二款', () => {
    expect(rectifying('商口', '商品', { unchanged: false })).toMatchObject({
      refused: 'changes-content',
      cite: { instrument: '行政处罚法', article: 75, paragraph: 2 },
    });
  });

  it('决定送达以前、撤销以后不更正；由负责人签发', () => {
    expect(sent(decided()).tries(handlerA, 'rectify', RECTIFY)).toMatchObject({ refused: 'wrong-role' });
    expect(settled(decided()).tries(deputy, 'rectify', RECTIFY)).toMatchObject({ refused: 'wrong-state' });
    const revoked = resulted(disputed(performing().on('2026-06-10')).on('2026-07-10'), { outcome: 'revoked', cause: 'facts' });
    expect(revoked.tries(deputy, 'rectify', RECTIFY)).toMatchObject({ refused: 'revoked' });
  });
});

describe('更正书用印、送达当事人，原决定书不变', () => {
  it('另有文号；送达以前不能再签发文书、不能结案；送达以后留有各版', () => {
    const before = fulfilled().does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' });
    const signed = before.does(deputy, 'rectify', RECTIFY);
    const { decision } = before.state as OrdinaryPenalty;
    const at = signed.state as OrdinaryPenalty;
    expect(at.decision).toEqual(decision);
    expect(at.letters.filter(({ kind }) => kind === 'decision')).toEqual(
      (before.state as OrdinaryPenalty).letters.filter(({ kind }) => kind === 'decision'),
    );
    expect(at.letters.at(-1)?.number).toContain('罚正');
    expect(signed.tries(head, 'close', { summary: '同意结案。' })).toMatchObject({ refused: 'rectifying' });
    expect(signed.tries(head, 'correct-own', AMEND)).toMatchObject({ refused: 'letter-in-hand' });
    const out = sent(signed);
    expect((out.state as OrdinaryPenalty).rectifications).toMatchObject([{ receivedOn: '2026-06-01', items: [SLIP] }]);
    expect(out.state.status).toBe('ended');
    expect(out.tries(head, 'close', { summary: '同意结案。' })).toBeNull();
  });

  it('归档以后发现的，案件重新打开；更正书载明位置、原文和更正后的文字，送达回证写明是更正书', () => {
    const signed = archived().does(deputy, 'rectify', RECTIFY);
    expect(signed.state).toMatchObject({ status: 'ended', archivedBefore: [expect.anything()] });
    const letter = signed.issued.find(({ name }) => name === '行政处罚决定更正书');
    expect(letter).toMatchObject({ kind: 'rectifying', numbered: true });
    const text = JSON.stringify(drawn(letter?.facts));
    for (const words of ['十五种商口', '十五种商品', '第一部分第一段', '原决定书的其他内容不变']) expect(text).toContain(words);
    expect(JSON.stringify(sent(signed).issued.findLast(({ name }) => name === '送达回证')?.facts)).toContain('行政处罚决定更正书');
    expect(settled(signed, false).tries(sealer, 'seal')).toBeNull();
  });

  it('更正书送达以前决定被撤销的，更正书不再送达，不挡结案', () => {
    const signed = disputed(performing().on('2026-06-10'))
      .does(deputy, 'rectify', { ...RECTIFY, ...OWN })
      .on('2026-07-10');
    const revoked = resulted(signed, { outcome: 'revoked', cause: 'facts' });
    expect((revoked.state as OrdinaryPenalty).letters.at(-1)?.lapsed).toBe(true);
  });
});
