import { type Block, chineseDay, type DocumentTemplate, heading, items, lines, type OfficialDocument, paragraph, verified } from '#law';
import { type DocumentType, TYPE_LABELS } from '../model.ts';
import { replyWithoutPeriod } from './clauses.ts';
import type { LetterFacts, MeasuresFacts, ProblemFacts, ReminderFacts } from './facts.ts';

/** Up to this many problems are told in the letter itself; a longer list stands in the annex alone (一单多案). */
const TOLD_IN_LETTER = 5;

function told(problem: ProblemFacts): string {
  return problem.subject === null ? problem.facts : `${problem.subject}：${problem.facts}`;
}

export function problemList(problems: readonly ProblemFacts[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 6, align: 'center' },
      { title: '所涉行政行为', share: 18 },
      { title: '存在的问题', share: 30 },
      { title: '违反的规定', share: 23 },
      { title: '处理要求', share: 23 },
    ],
    rows: problems.map((p) => [String(p.no), p.subject ?? '', p.facts, p.norm, p.demand]),
  };
}

/** How each kind of letter speaks: what it says of the facts, what it asks, and under which headings. */
type Voice = { readonly leads: string; readonly demands: string; readonly asks: string };
const VOICES: Readonly<Record<DocumentType, Voice>> = {
  notice: { leads: '现将有关情况和要求通知如下：', demands: '三、监督要求', asks: '请你单位对照检查，按下列要求办理：' },
  opinion: { leads: '现将查明的情况和监督意见函告如下：', demands: '三、监督意见', asks: '上述行为不符合有关规定。现要求你单位：' },
  decision: { leads: '现决定如下：', demands: '三、决定内容', asks: '根据查明的事实和上述规定，本机关决定：' },
  inquiry: { leads: '现就有关情况向你单位核实如下：', demands: '三、需要核实的事项', asks: '请你单位协助核实并函复：' },
  notification: { leads: '现将有关问题告知如下：', demands: '三、建议', asks: '建议你单位：' },
};

function factsSection({ background, problems, type }: LetterFacts): readonly Block[] {
  const intro = lines([background]);
  const many = problems.length > TOLD_IN_LETTER;
  const list = many ? lines([`共${problems.length}项，详见附件《问题清单》。`]) : items(problems.map(told));
  const norms = many ? lines(['各项问题涉及的规定详见附件《问题清单》。']) : items([...new Set(problems.map((p) => p.norm))]);
  const heads = type === 'inquiry' ? ['一、有关情况', '二、涉及的规定'] : ['一、查明的事实', '二、违反的规定'];
  return [heading(heads[0] ?? ''), ...intro, ...list, heading(heads[1] ?? ''), ...norms];
}

function demandSection({ problems, requirement, type }: LetterFacts): readonly Block[] {
  const voice = VOICES[type];
  const many = problems.length > TOLD_IN_LETTER;
  const demands = many ? lines(['按照附件《问题清单》所列处理要求逐项处理。']) : items(problems.map((p) => p.demand));
  return [heading(voice.demands), paragraph(voice.asks), ...demands, ...lines(requirement === null ? [] : [requirement])];
}

/** The statutory line, then the issuer's own date as its own, then what follows. */
function replySection(f: LetterFacts): readonly Block[] {
  const reply = verified(f.reply);
  return [
    heading('四、报告要求'),
    ...lines(reply.length === 0 ? [replyWithoutPeriod(f.reportTo)] : reply),
    ...(f.ownDate === null ? [] : [paragraph(`请于${chineseDay(f.ownDate)}前报送。`)]),
    ...lines(verified(f.consequence)),
    ...lines(verified(f.review)),
  ];
}

function openingOf(f: LetterFacts): string {
  const by = verified(f.opening).join('');
  const about = f.concerned === null ? '你单位' : `你单位（所涉单位：${f.concerned}）`;
  return `${by}本机关对${about}“${f.subject}”有关的行政执法行为进行了监督。${VOICES[f.type].leads}`;
}

/** 825 Art. 42: the letter names the law it rests on, and no period. */
function verticalOpening(f: LetterFacts): string {
  const about = f.type === 'notification' && f.concerned !== null ? f.concerned : '你单位';
  return `根据${f.basis ?? ''}的规定，本机关对${about}“${f.subject}”有关的行政执法行为遵守法律、执行政策的情况进行了监督。${VOICES[f.type].leads}`;
}

function letter(f: LetterFacts, body: readonly Block[], annexTitle: string): OfficialDocument {
  return {
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: TYPE_LABELS[f.type],
    addressee: f.addressee,
    body,
    annexes: [{ title: annexTitle, body: [problemList(f.problems)] }],
    signature: { organisation: f.issuer, on: f.signedOn },
    handlers: f.handlers,
    contact: f.contact,
    copies: f.copies,
    verifyCode: null,
    receiptBox: true,
    demonstration: f.demonstration,
  };
}

function supervisionLetter(template: string): DocumentTemplate<LetterFacts> {
  return {
    template,
    version: 1,
    make: (f) => letter(f, [paragraph(openingOf(f)), ...factsSection(f), ...demandSection(f), ...replySection(f)], '问题清单'),
  };
}

function verticalLetter(template: string, reply: string): DocumentTemplate<LetterFacts> {
  return {
    template,
    version: 1,
    make: (f) =>
      letter(f, [paragraph(verticalOpening(f)), ...factsSection(f), ...demandSection(f), paragraph(reply), ...ownDate(f)], '有关问题清单'),
  };
}

function ownDate(f: LetterFacts): readonly Block[] {
  return f.ownDate === null ? [] : [paragraph(`请于${chineseDay(f.ownDate)}前函复。`)];
}

export const NOTICE = supervisionLetter('supervision-notice');
export const OPINION = supervisionLetter('supervision-opinion');
export const DECISION = supervisionLetter('supervision-decision');
export const INQUIRY = verticalLetter('supervision-inquiry', '请将核实情况函复本机关。');
export const NOTIFICATION = verticalLetter('supervision-notification', '处理情况请函告本机关。');

/** Version 1 tells every problem in the letter, however many. */
export const MEASURES_DECISION_1 = measuresDecision(1, (unhandled) => items(unhandled.map(told)));
/** Since version 2 a long list stands in the annex alone. */
export const MEASURES_DECISION = measuresDecision(2, (unhandled) =>
  unhandled.length > TOLD_IN_LETTER ? lines([`共${unhandled.length}项，详见附件《未处理问题清单》。`]) : items(unhandled.map(told)),
);

type Telling = (unhandled: readonly ProblemFacts[]) => readonly Block[];

/** 决定书 after the period has passed: what was asked, that it was not done, the measure and its ground. */
function measuresDecision(version: number, tell: Telling): DocumentTemplate<MeasuresFacts> {
  const make = (f: MeasuresFacts): OfficialDocument => {
    const basis = f.basis.flatMap(verified);
    return {
      layout: 'letter',
      issuer: f.issuer,
      number: f.number,
      title: TYPE_LABELS.decision,
      addressee: f.addressee,
      body: [
        paragraph(`本机关制发的${f.prior.name}（${f.prior.number}），你单位已于${chineseDay(f.prior.receivedOn)}签收。`),
        heading('一、未处理的事实'),
        paragraph(`截至${chineseDay(f.prior.lapsedOn)}，你单位未在规定时间内对下列问题作出处理：`),
        ...tell(f.unhandled),
        heading('二、决定内容'),
        paragraph(
          `${basis.length === 0 ? '' : `依照${basis.join('、')}的规定，`}${governmentWords(f)}本机关决定：${f.measure}。事由：${f.ground}。`,
        ),
        ...lines([f.content]),
        ...(f.performBy === null ? [] : [paragraph(`请于${chineseDay(f.performBy)}前履行。`)]),
        ...lines(verified(f.report)),
      ],
      annexes: f.unhandled.length === 0 ? [] : [{ title: '未处理问题清单', body: [problemList(f.unhandled)] }],
      signature: { organisation: f.issuer, on: f.signedOn },
      handlers: f.handlers,
      contact: f.contact,
      copies: f.copies,
      verifyCode: null,
      receiptBox: true,
      demonstration: f.demonstration,
    };
  };
  return { template: 'measures-decision', version, make };
}

function governmentWords({ government }: MeasuresFacts): string {
  if (government === null) return '';
  const number = government.number === null ? '' : `（${government.number}）`;
  return `经${government.name}${chineseDay(government.on)}决定${number}，`;
}

export const REMINDER: DocumentTemplate<ReminderFacts> = {
  template: 'reminder',
  version: 1,
  make: (f) => ({
    layout: 'letter',
    issuer: f.issuer,
    number: null,
    title: '催办函',
    addressee: f.addressee,
    body: [
      paragraph(`本机关制发的${f.document.name}（${f.document.number}），你单位已于${chineseDay(f.document.receivedOn)}签收。`),
      paragraph(f.lapsed ? '你单位未在规定时间内作出处理。请立即处理并书面报告处理结果。' : '请你单位抓紧处理，并按期书面报告处理结果。'),
      ...lines(f.words === null ? [] : [f.words]),
      ...(f.lapsed ? [] : lines(verified(f.consequence))),
    ],
    annexes: [],
    signature: { organisation: f.issuer, on: f.on },
    handlers: [],
    contact: f.contact,
    copies: [],
    verifyCode: null,
    receiptBox: false,
    demonstration: f.demonstration,
  }),
};
