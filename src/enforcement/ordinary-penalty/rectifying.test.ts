import { describe, expect, it } from 'vitest';
import { drawn } from '#testing/rehearsal';
import { TEMPLATES } from './documents.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  AMEND,
  archived,
  CAST,
  DECIDE,
  decided,
  deliberating,
  disputed,
  FIRM,
  fulfilled,
  OWN,
  performing,
  resulted,
  SERVE,
  sent,
  settled,
} from './testing.ts';
import { RECTIFY, SLIP } from './testing-rectifying.ts';

const { handlerA, deputy, head, sealer, machine } = CAST;
const row = (wrong: string, right = '更正后的文字') => ({ ...RECTIFY, items: [{ ...SLIP, wrong, right }] });
const FACTS = '十五种商口没有标明价格，二〇二六年六月三十一日查见；货值合计1,200元，拟罚款20,00元。';
/** A decision with slips in it, served. */
const slipped = () => sent(deliberating({ facts: [{ fact: FACTS, evidence: '1、2' }] }).does(head, 'decide', DECIDE));
const rectifying = (wrong: string, right: string, more = {}) => slipped().tries(deputy, 'rectify', { ...row(wrong, right), ...more });

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

describe('更正的原文在送达的决定书中有，并且只有一处（处罚法59）', () => {
  it.each([
    ['一字不差', '十五种商口', null],
    ['全角、半角和空格不论', '货值合计 １，２００ 元', null],
    ['由当事人登记信息填入的名称', String(FIRM['name']), 'not-one-place'],
    ['连同前面的文字只有一处', `当事人：${String(FIRM['name'])}`, null],
    ['本来没有的', '二十五种商口', 'not-in-decision'],
    ['有两处以上的', '自收到本决定书之日起', 'not-one-place'],
  ])('%s', (_, wrong, refused) => {
    const answer = slipped().tries(deputy, 'rectify', row(wrong));
    if (refused === null) expect(answer).toBeNull();
    else {
      expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: 59 } });
      expect(JSON.stringify(answer)).toContain(wrong);
    }
  });

  it('在平台以外作出的决定没有文本可以核对，不因此拒绝', () => {
    const elsewhere = deliberating()
      .reports(machine, 'decide', { ...DECIDE, ownNumber: '临市监罚〔2026〕8号' }, '2026-06-01')
      .does(handlerA, 'serve', SERVE);
    expect(elsewhere.tries(deputy, 'rectify', row('二十五种商口'))).toBeNull();
  });

  it('补录在平台以外签发的更正书，与决定书对不上的照录，留下预警', () => {
    const own = { ...row('二十五种商口'), ownNumber: '临市监罚正〔2026〕1号' };
    expect(slipped().tries(machine, 'rectify', own, { reported: true })).toBeNull();
    const told = slipped().reports(machine, 'rectify', own, '2026-06-01');
    expect(told.stored.at(-1)?.frame.doubts).toContain('not-in-decision');
  });
});

describe('更正后文本与更正书一并生成，原决定书仍为送达、核验的文本（处罚法59）', () => {
  const paper = (r: ReturnType<typeof slipped>) => r.issued.findLast(({ kind }) => kind === 'rectified-decision');
  const page = (r: ReturnType<typeof slipped>) => {
    const issue = paper(r);
    const template = TEMPLATES.find((t) => t.template === issue?.template && t.version === issue.templateVersion);
    return JSON.stringify(drawn(template?.make(issue?.facts ?? null)));
  };

  it('载明更正书文号和日期，更正处加标记，其余一字不动；不另编号、不公开核验、没有签收栏', () => {
    const signed = slipped().does(deputy, 'rectify', row('十五种商口', '十五种商品'));
    expect(paper(signed)).toMatchObject({ name: '行政处罚决定书（更正后文本）', numbered: false, publiclyVerifiable: false });
    const text = page(signed);
    expect(text).toContain(`${(signed.state as OrdinaryPenalty).letters.at(-1)?.number}（2026年6月1日）`);
    expect(text).toContain('【十五种商品】没有标明价格，二〇二六年六月三十一日查见');
    expect(text).not.toContain('十五种商口');
    expect(text).not.toContain('下列更正');
    expect(text).toContain('"receiptBox":false');
    const original = signed.issued.findLast(({ kind }) => kind === 'decision');
    expect(JSON.stringify(original?.facts)).toContain('十五种商口');
  });

  it('以后的更正书连同以前的更正一并载明；当事人登记信息的更正写在文首，正文不动', () => {
    const name = `当事人：${String(FIRM['name'])}`;
    const first = sent(slipped().does(deputy, 'rectify', row('十五种商口', '十五种商品')));
    const text = page(first.does(deputy, 'rectify', row(name, '当事人：更正后的名称')));
    for (const { number } of (first.state as OrdinaryPenalty).letters.filter(({ kind }) => String(kind) === 'rectifying'))
      expect(text).toContain(`${number}（2026年6月1日）、`);
    expect(text).toContain('【十五种商品】');
    expect(text).toContain(`“${name}”更正为“当事人：更正后的名称”`);
    expect(text).toContain(`"text":"${name}"`);
  });

  it('在平台以外作出的决定、补录的更正书不生成', () => {
    const own = { ...row('十五种商口'), ownNumber: '临市监罚正〔2026〕1号' };
    expect(paper(slipped().reports(machine, 'rectify', own, '2026-06-01'))).toBeUndefined();
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
    for (const words of ['十五种商品', '十五种货品', '第一部分第一段', '原决定书的其他内容不变']) expect(text).toContain(words);
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
