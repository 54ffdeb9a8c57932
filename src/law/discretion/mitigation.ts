import type { LenientList } from '../lenient-lists.ts';

/** What may make a penalty less than the ordinary one (处罚法 30–32, 34, 细则 19); Q03 asks for one of them and its proof. */
export const MITIGATION_LABELS = {
  minor: '已满十四周岁不满十八周岁（处罚法第三十条）',
  partial: '尚未完全丧失辨认或者控制能力的精神病人、智力残疾人（处罚法第三十一条）',
  undone: '主动消除或者减轻违法行为危害后果（处罚法第三十二条第一项）',
  coerced: '受他人胁迫或者诱骗实施违法行为（处罚法第三十二条第二项）',
  confessed: '主动供述行政机关尚未掌握的违法行为（处罚法第三十二条第三项）',
  merit: '配合行政机关查处违法行为有立功表现（处罚法第三十二条第四项）',
  'by-law': '法律、法规、规章规定的其他情形（处罚法第三十二条第五项）',
  list: '事项在从轻、减轻处罚清单上，符合所列条件（细则第十九条）',
  benchmark: '符合裁量权基准的从轻、减轻档次（处罚法第三十四条）',
} as const;
export type Mitigation = keyof typeof MITIGATION_LABELS;

/** The lists that make a penalty less without doing away with it. */
export const LESS_LISTS: readonly LenientList[] = ['lighter', 'mitigated'];
