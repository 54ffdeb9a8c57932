import { SEVERITY_LABELS, type Severity } from '#law';
import { ruleById } from '#law/rules/index';
import { LAYOUT } from '../enforcement/penalty-records/layout.ts';
import { UNANSWERED_RULES } from '../enforcement/penalty-records/rules/index.ts';
import type { Checked, CheckedFinding, CheckOptions, CheckReport } from './faheng-check-judge.ts';

const SHOWN_REJECTED = 50;
const SHOWN_LINES = 20;
const RULE = '─'.repeat(60);

/** The report as an official reads it on a terminal or prints it. */
export function checkText({ report, reading }: Checked, options: CheckOptions): string {
  const { mapping } = reading;
  const missing = [...mapping.missingKeys, ...mapping.missing].map((key) => LAYOUT[key].title);
  const form = reading.format === 'xlsx' ? `工作表“${reading.sheet}”` : `文本，编码${reading.encoding ?? '未知'}`;
  return [
    `行政处罚数据检查  ${report.file}`,
    RULE,
    `判断日期 ${options.today}    规则参数 ${options.profile.name}`,
    `读取：${form}，表头在第${reading.headerLine}行，认出${mapping.columns.length}列`,
    ...unless(mapping.unknown.length === 0, `不认识的列（没有读取）：${mapping.unknown.map((u) => u.title).join('、')}`),
    ...unless(missing.length === 0, `双公示要求而文件没有的列：${missing.join('、')}`),
    ...unless(reading.hiddenColumns.length === 0, `隐藏的列也已读取：${reading.hiddenColumns.join('、')}`),
    ...unless(!reading.otherSheets.some((s) => s.recognised), `另有看似处罚数据的工作表未读取：${others(reading)}`),
    `共${report.rows}行，读取${report.loaded}件决定，需更正${linesOf(report)}行${reading.notes > 0 ? `，另有${reading.notes}处写法已按常规理解` : ''}`,
    '',
    ...findingsText(report),
    ...rejectedText(report),
    ...notJudgedText(report),
    conclusion(report),
    '',
  ].join('\n');
}

const unless = (isSilent: boolean, line: string): readonly string[] => (isSilent ? [] : [line]);

function others({ otherSheets }: Checked['reading']): string {
  return otherSheets.flatMap((s) => (s.recognised ? [s.name] : [])).join('、');
}

function linesOf({ rejected }: CheckReport): number {
  return new Set(rejected.map((r) => r.line)).size;
}

function findingsText({ findings }: CheckReport): readonly string[] {
  if (findings.length === 0) return ['预警：没有', ''];
  const bySeverity = (['red', 'orange', 'yellow'] as const).map((severity) => findings.filter((f) => f.severity === severity));
  const [red, orange, yellow] = bySeverity.map((list) => list.length);
  return [
    `预警：红${red}件，橙${orange}件，黄${yellow}件（预警是疑点，不是认定）`,
    RULE,
    ...bySeverity.flatMap((list) => ruleTexts(list)),
    '',
  ];
}

function ruleTexts(findings: readonly CheckedFinding[]): readonly string[] {
  const groups = new Map<string, CheckedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return [...groups].flatMap(([rule, list]) => {
    const first = list[0];
    if (first === undefined) return [];
    return [
      `${mark(first.severity)} ${rule} ${ruleById(rule)?.title ?? ''}  共${list.length}件  依据${first.article}`,
      ...list.slice(0, SHOWN_LINES).map((f) => `    ${place(f.line)} ${f.subject}：${f.because}`),
      ...unless(list.length <= SHOWN_LINES, `    ……另有${list.length - SHOWN_LINES}件，用 --json 可以得到全部`),
    ];
  });
}

const mark = (severity: Severity): string => `●${SEVERITY_LABELS[severity]}`;
const place = (line: number | null): string => (line === null ? '全年' : `第${line}行`);

function rejectedText(report: CheckReport): readonly string[] {
  const { rejected } = report;
  if (rejected.length === 0) return [];
  return [
    `需更正（${linesOf(report)}行，${rejected.length}处）`,
    RULE,
    ...rejected.slice(0, SHOWN_REJECTED).map(({ line, column, value, reason }) => {
      const where = [line === null ? '' : `第${line}行`, column].filter(Boolean).join(' ');
      return `    ${where}${value === '' ? '' : `“${value}”`}：${reason}`;
    }),
    ...unless(rejected.length <= SHOWN_REJECTED, `    ……另有${rejected.length - SHOWN_REJECTED}处，用 --json 可以得到全部`),
    '',
  ];
}

function notJudgedText({ notJudged }: CheckReport): readonly string[] {
  const lacking = new Set(UNANSWERED_RULES.map((rule) => rule.id));
  const own = notJudged.filter((n) => !lacking.has(n.rule));
  return [
    '无法判断（既不表示合法，也不表示违法）',
    RULE,
    ...own.map(({ rule, missing, rows }) => `    ${rule} ${ruleById(rule)?.title ?? ''}：${missing}，${rows}件`),
    `    其余${lacking.size}条规则需要的事实不在公示数据之内（如立案、告知、听证、强制、检查的记录），全部无法判断；用 --json 逐条列出所缺事实`,
    '',
  ];
}

function conclusion({ findings, loaded }: CheckReport): string {
  if (loaded === 0) return '结论：没有可以判断的决定。';
  const red = findings.filter((f) => f.severity === 'red').length;
  return red > 0 ? `结论：有${red}件红色预警，请逐件核实。` : '结论：没有红色预警。';
}
