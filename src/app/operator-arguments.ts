import { parseArgs } from 'node:util';
import { isRefusal, type Refusal, refuse } from '#law';

/** What may stand after a command: names of the things it works on, options with a value, options without. */
export type ArgumentPlan = {
  readonly places: readonly string[];
  readonly options?: readonly string[];
  readonly flags?: readonly string[];
};
export type Arguments = {
  /** One for each of `places`, in their order. */
  readonly places: readonly string[];
  readonly option: (name: string) => string | null;
  readonly has: (flag: string) => boolean;
};

/** Reads what was typed; everything that is missing, unknown or too much is named. */
export function readArguments(args: readonly string[], plan: ArgumentPlan): Arguments | Refusal {
  const given = parsed(args, plan);
  if (isRefusal(given)) return given;
  const { values, positionals } = given;
  const missing = plan.places.slice(positionals.length);
  if (missing.length > 0) return usage(`没有写明${missing.join('、')}`);
  const more = positionals.slice(plan.places.length);
  if (more.length > 0) return usage(`多出的参数：${more.join(' ')}`);
  const option = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return { places: positionals, option, has: (flag) => values[flag] === true };
}

export function usage(reason: string): Refusal {
  return refuse('usage', null, reason);
}

type Parsed = { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] };

function parsed(args: readonly string[], { options = [], flags = [] }: ArgumentPlan): Parsed | Refusal {
  const known = Object.fromEntries([
    ...options.map((name) => [name, { type: 'string' as const }]),
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch {
    return usage(wrongOption(args, options, flags));
  }
}

function wrongOption(args: readonly string[], options: readonly string[], flags: readonly string[]): string {
  const typed = args.filter((arg) => arg.startsWith('-') && arg !== '-').map((arg) => arg.replace(/=.*$/s, ''));
  const stranger = typed.find((arg) => ![...options, ...flags].some((name) => arg === `--${name}`));
  if (stranger !== undefined) return `不认识的选项 ${stranger}`;
  const flag = args.find((arg) => flags.some((name) => arg.startsWith(`--${name}=`)));
  if (flag !== undefined) return `选项 ${flag.replace(/=.*$/s, '')} 后面不写内容`;
  return `选项 ${typed.find((arg) => options.some((name) => arg === `--${name}`)) ?? ''} 后面没有写明内容`;
}
