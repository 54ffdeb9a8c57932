import { parseArgs } from 'node:util';
import {
  BAYANNUR_2026,
  isRefusal,
  type LocalDate,
  type Profile,
  parseLocalDate,
  profileById,
  type Refusal,
  refuse,
  shanghaiDay,
} from '#law';
import type { Now } from '#platform/clock-now';
import { type CheckOptions, checkFile } from './faheng-check-judge.ts';
import { checkText } from './faheng-check-report.ts';

export const CHECK_USAGE = `用法：faheng check 文件 [选项]
  文件                 行政处罚公示数据（.xlsx 或 .csv，编码不限）
  --json               输出 JSON，不输出报告
  --as-of 日期         按这一天判断，如 2026-03-16；不写为今天
  --profile 名称       规则参数版本，不写为 ${BAYANNUR_2026.id}
  --credit-export      文件是信用平台导出的（可以判断P03）
  --exported-on 日期   导出的日期，不写为判断的日期
  --sheet 工作表       读取哪个工作表，不写则自动查找
  --organ 机关名称     文件没有“处罚机关”一列时，写明是哪个机关作出的
退出码：0 没有红色预警；1 有红色预警；2 没有完成（参数写错，或者文件不能使用、没有一行可以读取）。
  个别行不能读取的，在报告中列出，不影响退出码。`;

export type Output = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** Judges one file and answers the exit code: 0 no red finding, 1 red findings, 2 unusable input. */
export async function check(args: readonly string[], now: Now, { out, err }: Output): Promise<0 | 1 | 2> {
  const request = readRequest(args, shanghaiDay(now()));
  if (isRefusal(request)) {
    err(`${request.reason}\n\n${CHECK_USAGE}\n`);
    return 2;
  }
  const { path, json, options } = request;
  const checked = await checkFile(path, options);
  if (isRefusal(checked)) {
    const nothing = { file: path, rows: 0, loaded: 0, rejected: [], findings: [], notJudged: [], error: checked.reason };
    if (json) out(`${JSON.stringify(nothing, null, 1)}\n`);
    err(`文件不能使用：${checked.reason}\n`);
    return 2;
  }
  out(json ? `${JSON.stringify(checked.report, null, 1)}\n` : checkText(checked, options));
  if (checked.report.loaded > 0) return checked.report.findings.some((finding) => finding.severity === 'red') ? 1 : 0;
  err('文件不能使用：没有一行可以读取为处罚决定\n');
  return 2;
}

type CheckRequest = { readonly path: string; readonly json: boolean; readonly options: CheckOptions };

const OPTIONS = {
  json: { type: 'boolean' },
  'as-of': { type: 'string' },
  profile: { type: 'string' },
  'credit-export': { type: 'boolean' },
  'exported-on': { type: 'string' },
  sheet: { type: 'string' },
  organ: { type: 'string' },
} as const;

function readRequest(args: readonly string[], today: LocalDate): CheckRequest | Refusal {
  const given = parsed(args);
  if (isRefusal(given)) return given;
  const { values, positionals } = given;
  const [path, ...more] = positionals;
  if (path === undefined) return usage('没有写明要检查的文件');
  if (more.length > 0) return usage(`一次只检查一个文件，多出：${more.join(' ')}`);
  const asOf = readDay(values['as-of'], '--as-of', today);
  if (isRefusal(asOf)) return asOf;
  const exportedOn = readDay(values['exported-on'], '--exported-on', asOf);
  if (isRefusal(exportedOn)) return exportedOn;
  const profile = readProfile(values.profile);
  if (isRefusal(profile)) return profile;
  const isCredit = values['credit-export'] === true || values['exported-on'] !== undefined;
  return {
    path,
    json: values.json === true,
    options: {
      today: asOf,
      profile,
      fileKind: isCredit ? 'credit-export' : 'publicity',
      exportedOn: isCredit ? exportedOn : null,
      sheet: values.sheet ?? null,
      organ: values.organ ?? null,
    },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return usage(`选项写得不对：${error instanceof Error ? error.message : String(error)}`);
  }
}

function readDay(text: string | undefined, option: string, otherwise: LocalDate): LocalDate | Refusal {
  if (text === undefined) return otherwise;
  return parseLocalDate(text) ?? usage(`${option} 不是有效日期（应为 年-月-日，如 2026-03-16）：${text}`);
}

function readProfile(name: string | undefined): Profile | Refusal {
  if (name === undefined) return BAYANNUR_2026;
  return profileById(name) ?? usage(`没有名为“${name}”的规则参数版本`);
}

function usage(reason: string): Refusal {
  return refuse('usage', null, reason);
}
