import { cite } from '../citation.ts';
import { PERSONAL_DATA_LABELS, type PersonalDataKind, placesOfPersonalData } from '../personal-data.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import type { PublicTexts } from './facts.ts';

export const noPersonalData: SupervisionRule<PublicTexts> = {
  id: 'P06',
  version: 3,
  title: '公开文本中是否含有个人信息',
  cite: [cite('行政处罚法', 50), cite('个人信息保护法', 28), cite('个人信息保护法', 34), cite('政府信息公开条例', 15)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'publicity',
  head: '8(12)',
  asks: '公开的文本不得含有身份证号码、手机号码、家庭住址、电子邮箱、微信号、银行账号、车牌号码、健康情况以及证人、举报人姓名等个人信息；应当整体删去，不保留部分号码。',
  check: ({ publicTexts }, { today }) => {
    const { places, kinds } = placesOfPersonalData(publicTexts, today);
    return kinds.size === 0 ? null : leak(places, kinds);
  },
};

function leak(found: Readonly<Record<string, string>>, kinds: ReadonlySet<PersonalDataKind>): Doubt {
  const names = [...kinds].map((kind) => PERSONAL_DATA_LABELS[kind]).join('、');
  return {
    because: `公开文本“${Object.keys(found).join('”“')}”中疑似含有${names}`,
    facts: found,
    clears: '删去个人信息后的文本，或者该号码不是个人信息的说明',
  };
}
