import { cite } from '../citation.ts';
import type { MeasureGround, OverdueMeasures } from '../profile.ts';

const NOT_HANDLED: MeasureGround = { code: 'not-handled', label: '收到监督文书后未在规定时间内作出处理' };

/**
 * What follows when a supervision document is not handled in time (细则 22¶2 points to Art. 29 of the regional
 * regulation). The wording of that article is not confirmed: measures and grounds follow sister texts of other
 * regions, and whatever undoes an act of a department goes through the government until the wording is known.
 */
export const IMAR_29: OverdueMeasures = {
  name: 'IMAR-29（待核定）',
  cite: cite('内蒙古行政执法监督条例', 29),
  grade: 'practice',
  list: [
    {
      id: 'perform',
      label: '责令限期履行',
      needsGovernment: false,
      grounds: [{ code: 'not-performing', label: '未履行或者拖延履行法定职责' }, NOT_HANDLED],
    },
    {
      id: 'correct',
      label: '责令补正或者改正',
      needsGovernment: false,
      grounds: [
        { code: 'no-reasons', label: '未说明理由，当事人无争议' },
        { code: 'clerical', label: '文字表述或者计算错误' },
        { code: 'no-date', label: '未载明日期' },
        NOT_HANDLED,
      ],
    },
    { id: 'circular', label: '通报批评', needsGovernment: false, grounds: [NOT_HANDLED] },
    { id: 'discipline', label: '提出处分建议', needsGovernment: false, grounds: [NOT_HANDLED] },
    {
      id: 'revoke',
      label: '撤销',
      needsGovernment: true,
      grounds: [
        { code: 'facts', label: '主要事实不清、证据不足' },
        { code: 'basis', label: '适用依据错误' },
        { code: 'procedure', label: '违反法定程序' },
        { code: 'power', label: '超越或者滥用职权' },
        { code: 'improper', label: '明显不当' },
      ],
    },
    {
      id: 'change',
      label: '变更',
      needsGovernment: true,
      grounds: [
        { code: 'basis', label: '适用依据错误' },
        { code: 'improper', label: '明显不当' },
      ],
    },
    {
      id: 'confirm-unlawful',
      label: '确认违法',
      needsGovernment: true,
      grounds: [
        { code: 'pointless', label: '责令履行已无意义' },
        { code: 'nothing-to-revoke', label: '没有可撤销的内容' },
        { code: 'grave-harm', label: '撤销将给公共利益造成重大损害，应当采取补救措施' },
      ],
    },
    {
      id: 'confirm-void',
      label: '确认无效',
      needsGovernment: true,
      grounds: [
        { code: 'no-legal-basis', label: '没有法律依据' },
        { code: 'no-seal', label: '没有有效印章' },
        { code: 'no-content', label: '没有可执行的内容' },
      ],
    },
  ],
};
