import { type Citation, cite } from '#law';

export const ART_8_6 = cite('实施细则', 8, undefined, 6);
export const ART_18 = cite('实施细则', 18);
const ORDER_262 = cite('内蒙古行政规范性文件管理办法', null);

type GroundRow = { readonly label: string; readonly cite: Citation };

/**
 * Why a normative document is sent back, as a code with the article from which it follows. Legality and fitness are asked
 * by 细则 8(6); the heads under it are those in use elsewhere (SM-C10, practice). What a normative document may never set
 * up is said by the three statutes.
 */
export const GROUNDS = {
  power: { label: '超越制定机关的职权', cite: ART_8_6 },
  penalty: { label: '违法设定行政处罚', cite: cite('行政处罚法', 16) },
  licence: { label: '违法设定行政许可', cite: cite('行政许可法', 17) },
  coercion: { label: '违法设定行政强制措施', cite: cite('行政强制法', 10, 4) },
  conflict: { label: '与上位法抵触', cite: ART_8_6 },
  fitness: { label: '内容明显不适当', cite: ART_8_6 },
  contradiction: { label: '与其他规范性文件矛盾', cite: ART_8_6 },
  procedure: { label: '制定程序不合规定', cite: ORDER_262 },
} as const satisfies Readonly<Record<string, GroundRow>>;
export type GroundCode = keyof typeof GROUNDS;

export const GROUND_LABELS: Readonly<Record<GroundCode, string>> = {
  power: GROUNDS.power.label,
  penalty: GROUNDS.penalty.label,
  licence: GROUNDS.licence.label,
  coercion: GROUNDS.coercion.label,
  conflict: GROUNDS.conflict.label,
  fitness: GROUNDS.fitness.label,
  contradiction: GROUNDS.contradiction.label,
  procedure: GROUNDS.procedure.label,
};

export function groundOf(code: string): GroundRow | null {
  return Object.hasOwn(GROUNDS, code) ? GROUNDS[code as GroundCode] : null;
}
