import { formatCitation, SEVERITY_LABELS, shanghaiDay } from '#law';
import { ruleById } from '#law/rules/index';
import type { Platform } from '#platform/acts/perform';
import type { FindingFilter } from '#platform/findings/conditions';
import type { FindingItem } from '#platform/findings/list';
import type { Session } from '#platform/session';
import { readFindings } from '../store.ts';

export const EXPORT_COLUMNS = ['等级', '规则', '监督问题', '单位', '事项', '疑点', '事实', '状态', '依据', '发现时间', '最近变化'];

/** The same list as on screen, to its end. */
export async function* exportedFindings(
  platform: Platform,
  session: Session,
  filter: FindingFilter,
): AsyncGenerator<readonly (string | number | null)[]> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readFindings>> = await readFindings(platform, session, filter, {
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const item of page.items) yield cellsOf(item);
    cursor = page.cursor;
  } while (cursor !== null);
}

function cellsOf(f: FindingItem): readonly (string | number | null)[] {
  const facts = Object.entries(f.facts).map(([label, value]) => `${label}：${value}`);
  const articles = (ruleById(f.ruleId)?.cite ?? []).map(formatCitation);
  return [
    SEVERITY_LABELS[f.severity],
    f.ruleId,
    ruleById(f.ruleId)?.title ?? f.ruleId,
    f.organisationName,
    f.subject,
    f.because,
    facts.join('；'),
    f.statusName,
    articles.join('、'),
    shanghaiDay(Date.parse(f.openedAt)),
    shanghaiDay(Date.parse(f.changedAt)),
  ];
}
