import { readUscc } from './check-digit.ts';

/** What the code on a business licence says: the code of the body and, where it stands there, its name. */
export type LicenceCode = { readonly uscc: string; readonly name: string | null };

const CODE = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/g;
const NAME = /(?:名\s*称|企业名称|单位名称|entname|name)\s*["']?\s*[:：=]\s*["']?\s*([^\n\r;；,，&"'}]{2,100})/i;

/**
 * Reads the text of a two-dimensional code of a business licence: printed text, or an address that carries the code. null:
 * no code with a right check digit stands in it, or two different ones do. It is a proposal for a person to look at.
 */
export function readLicenceCode(text: string): LicenceCode | null {
  const plain = decoded(text).normalize('NFKC');
  const codes = new Set([...plain.toUpperCase().matchAll(CODE)].map(([code]) => code).filter((code) => readUscc(code).is === 'valid'));
  const [uscc] = codes;
  if (uscc === undefined || codes.size !== 1) return null;
  const name = NAME.exec(plain)?.[1]?.trim() ?? null;
  return { uscc, name: name === null || name === '' ? null : name };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
