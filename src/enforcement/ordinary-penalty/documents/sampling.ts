import { type ActFrame, dayWords, enforcersNamed, type InputOf, type RegisterFacts, short, wide } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { SAMPLE_END_LABELS } from '../model-custody.ts';
import { BY_HAND, type Issues, letter, partyLines, partyRows, sheet } from './parts.ts';

type S = OrdinaryPenalty;
type In<A extends keyof typeof FORMS> = InputOf<(typeof FORMS)[A]>;

/** 抽样取证凭证: one for the party, one for the file (处罚法 56). */
export function sampleIssues(s: S, input: In<'sample'>, frame: ActFrame, facts: RegisterFacts): Issues {
  return sheet('CT14-抽样取证凭证', s, frame, facts, {
    title: '抽样取证凭证',
    // Signed and sealed in its last rows: a signature below them would carry these to another page.
    on: null,
    rows: [
      ...partyRows(s),
      wide('案由', s.cause),
      wide('抽样取证的理由', input.reason),
      short('抽样日期', dayWords(frame.legalDate)),
      short('抽样方法', input.method),
      wide('抽样地点', input.place),
      wide('样品', input.samples.map(sampleWords).join('\n')),
      wide('封样情况', input.sealing),
      ...(input.keptAt == null ? [] : [wide('样品的保管', `${input.keptAt}${input.keeper == null ? '' : `，保管人${input.keeper}`}`)]),
      wide('执法人员', enforcersNamed(input.officers, facts)),
      wide('依据', '《中华人民共和国行政处罚法》第五十六条'),
      wide('当事人签名', input.unsigned === null ? BY_HAND : `未签名：${input.unsigned}`),
      wide('执法人员签名，机关印章', BY_HAND),
    ],
  });
}

/** What the samples have shown and what has become of them, told to the party. */
export function samplesSettledIssues(s: S, input: In<'settle-sample'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const settled = input.samples.flatMap(({ no, how }) => {
    const one = (s.samples ?? []).find((sample) => sample.no === no);
    return one === undefined ? [] : [{ ...one, how }];
  });
  const days = [...new Set(settled.map(({ takenOn }) => dayWords(takenOn)))].join('、');
  return letter('CT14-抽样取证物品处理通知书', s, frame, facts, {
    title: '抽样取证物品处理通知书',
    body: [
      {
        heading: null,
        paragraphs: [
          ...partyLines(s),
          `因你（单位）涉嫌${s.cause}，本机关根据《中华人民共和国行政处罚法》第五十六条，于${days}抽样取证。现将检验结论和样品的处理情况告知如下：`,
          `检验（检测）结论：${input.result}`,
          `处理的依据和经过：${input.reason}`,
        ],
      },
    ],
    list: {
      titles: ['序号', '样品名称', '数量', '处理'],
      rows: settled.map(({ no, name, quantity, how }) => [String(no), name, quantity, SAMPLE_END_LABELS[how]]),
    },
  });
}

type Sample = In<'sample'>['samples'][number];

/** On the page that is signed: a list on another page could be anybody's. */
function sampleWords({ name, batch, base, quantity }: Sample, i: number): string {
  const more = [batch === null ? '' : `生产日期、批号${batch}`, base === null ? '' : `抽样基数${base}`, `抽样数量${quantity}`];
  return `${i + 1}.${name}：${more.filter((words) => words !== '').join('，')}`;
}

/** 鉴定委托书, to the institution; it is told what the case is about and not who the party is. */
export function appraisalIssues(s: S, input: In<'entrust-appraisal'>, frame: ActFrame, facts: RegisterFacts): Issues {
  const by = input.by === null ? '及时' : `于${dayWords(input.by)}前`;
  return letter('CT14-鉴定委托书', s, frame, facts, {
    title: '鉴定（检测、检验）委托书',
    addressee: input.institution,
    body: [
      {
        heading: null,
        paragraphs: [
          `因调查${s.number ?? ''}${s.cause}一案的需要，现委托你单位（资质：${input.qualification}）对下表所列物品、材料进行鉴定（检测、检验）。`,
        ],
      },
      { heading: '鉴定事项和要求', paragraphs: [input.questions] },
      {
        heading: null,
        paragraphs: [
          `请${by}提交书面鉴定意见，载明委托人、委托事项、提交的材料、依据和使用的科学技术手段、鉴定机构和鉴定人的资质，并由鉴定人签名、鉴定机构盖章。`,
        ],
      },
    ],
    list: { titles: ['序号', '物品名称', '数量'], rows: input.objects.map((one, i) => [String(i + 1), one.name, one.quantity]) },
    contact: input.contact,
  });
}
