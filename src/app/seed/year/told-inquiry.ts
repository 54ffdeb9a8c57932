import { addDays, addYears } from '#law';
import { IN_PERSON, type Input, type Telling } from './telling.ts';
import type { Way } from './ways/way.ts';

const NOBODY: Input = {
  ...{ uscc: null, legalRepresentative: null, idKind: null, idNumber: null, sex: null, birth: null, phone: null, scale: null },
  ...{ guardian: null, isIncapable: false },
};
export const FIRM: Input = {
  ...{ ...NOBODY, kind: 'legal-person', name: '演示河套商贸有限公司（演示）', uscc: '91150802MA0000001B' },
  ...{ legalRepresentative: '演示乙', address: '演示路3号', scale: 'small' },
};
const YOUTH: Input = {
  ...{ ...NOBODY, kind: 'person', name: '演示辛', idKind: 'passport', idNumber: 'E00000001', address: '演示路5号', guardian: '演示壬' },
};

const EVIDENCE: Input = {
  ...{ kind: 'documentary', source: '当事人提供', place: '经营场所', how: 'obtained', form: 'original' },
};
const CAMERA: Input = {
  ...{ kind: 'audiovisual', name: '监控录像', source: '电子技术监控设备', place: '经营场所门前', how: 'monitored', form: 'extract' },
  ...{ device: '演示1号', reviewed: '法制和技术审核', checked: '真实、清晰、完整、准确' },
};

/** From the clue to the end of the inquiry. */
export function inquired(telling: Telling): void {
  filed(telling);
  const { way, step, own, paper, officers } = telling;
  const by = { officers: [...officers] };
  step('evidence', { ...EVIDENCE, name: way.breach.evidence, officers: officers.slice(0, way.officers), papers: [paper()] }, 1);
  if (way.verified) step('verify-evidence', { items: [{ no: 1 }], how: '与原件核对无误。' });
  if (way.monitored !== null)
    step('evidence', { ...CAMERA, ...by, papers: [paper()], ...(way.monitored === 'published' ? { published: '已向社会公布' } : {}) });
  if (way.visit !== null) visited(way.visit, { step, paper, by });
  if (way.asked !== null) asked(way.asked, { step, paper, by });
  if (way.preserved !== null) preserved(way.preserved, { step, own, paper, by });
  if (way.goodsAfter !== null)
    step('take-goods', {
      ...{ origin: 'handed-in', things: [{ name: '价签打印机', quantity: '1台' }], place: '本机关库房', keeper: '保管员' },
    });
  if (way.pause !== null) suspended(way.pause, { step });
  if (way.pause !== null) step('resume', { reason: '检验完毕。' }, 1);
  if (way.unfinished === 'paused') suspended('law', { step });
  if (way.recusal !== null) step('ask-recusal', { officer: officers.slice(0, 1), by: '当事人', reason: '认识。' });
  if (way.recusal === 'decided') step('decide-recusal', { no: 1, granted: false, reason: '没有利害关系。' });
}

function filed({ way, step, own, ref, openedOn, officers }: Telling): void {
  const { cause, itemCode, narrative, basis } = way.breach;
  // Sixteen when it was done.
  const party = way.party === 'firm' ? FIRM : { ...YOUTH, birth: addYears(openedOn, -16) };
  const actOn = addDays(openedOn, -1);
  step('open', {
    ...{ source: 'inspection', party, cause: cause(ref), itemCode, narrative, place: '演示路' },
    ...{ actStartedOn: actOn, actEndedOn: actOn, discoveredOn: openedOn, harm: false, isEnterprise: way.party === 'firm' },
  });
  step(
    'propose-filing',
    { handlers: [...officers], basis, jurisdiction: way.place ? 'own' : 'outside', opinion: '涉嫌违法，建议立案。' },
    1,
  );
  step('file', own('立'), way.filedAfter);
}

/** One more piece of evidence, found when the report was there already. */
export function foundLate({ step, paper, officers }: Telling): void {
  step('evidence', { ...EVIDENCE, name: '进货票据', officers: [...officers], papers: [paper()] }, 1);
}

function suspended(by: NonNullable<Way['pause']>, { step }: Pick<Telling, 'step'>): void {
  const basis = by === 'law' ? '《市场监督管理行政处罚程序规定》第六十四条' : '等待领导意见';
  step('suspend', { cause: 'appraisal', level: by === 'law' ? 'rule' : 'none', basis, reason: '送检。' });
}

type By = Pick<Telling, 'step' | 'paper'> & { readonly by: Input };

function visited({ shown, signed }: NonNullable<Way['visit']>, { step, paper, by }: By): void {
  const papers = signed ? { papers: [paper()] } : {};
  step('inspect', {
    ...{ form: 'inspection', place: '经营场所', time: '9时至10时', shown, present: '负责人', found: '货架无价签。' },
    ...{ ...by, ...papers },
  });
}

function asked(how: NonNullable<Way['asked']>, { step, paper, by }: By): void {
  step('question', {
    ...{ person: FIRM, as: 'party', place: '办公室', time: '9时至10时', shown: true, told: how === 'told', recusal: '不申请' },
    ...{ record: '问：商品有没有标价？答：部分没有。', ...by, papers: [paper()] },
  });
}

function preserved(kept: NonNullable<Way['preserved']>, { step, own, paper, by }: By & Pick<Telling, 'own'>): void {
  step('preserve', {
    ...{ reason: '可能灭失。', place: '本机关库房', keeper: '保管员', items: [{ name: '价签打印机', quantity: '1台' }] },
    ...{ ...by, approver: kept.by, ...own('存') },
  });
  const film = { from: '09:00', until: '10:00', device: '记录仪1号', told: true, papers: [paper()] };
  if (kept.recorded) step('record-av', { stage: 'preserve', ...film, ...by });
  step('serve', IN_PERSON);
  step('settle-preservation', { no: 1, how: kept.settled, reason: kept.settled === 'copied' ? '已经复制。' : '予以没收。' }, kept.days);
}
