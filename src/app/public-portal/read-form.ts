import { createHash } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** Larger than any document that is rendered here, and than a scan of a sealed one needs to be. */
export const LARGEST_MB = 50;
export const FORM_LIMITS = {
  files: 1,
  fields: 3,
  parts: 4,
  fileSize: LARGEST_MB * 1024 * 1024,
  fieldSize: 1_000,
  fieldNameSize: 20,
} as const;

export type Form = {
  readonly code: string;
  readonly number: string;
  readonly name: string;
  readonly file: string | null;
  readonly isTooLarge: boolean;
};

/** Reads the form as it arrives. Of a file only the digest is kept: it is never written anywhere. */
export async function readForm(request: FastifyRequest): Promise<Form> {
  const fields = { code: '', number: '', name: '' };
  let file: string | null = null;
  let isTooLarge = false;
  for await (const part of request.parts({ limits: FORM_LIMITS })) {
    if (part.type === 'file') {
      const digest = await digestOf(part);
      isTooLarge ||= part.file.truncated;
      file ??= digest;
    } else if (isField(part.fieldname) && typeof part.value === 'string') {
      fields[part.fieldname] = part.value;
    }
  }
  return { ...fields, file, isTooLarge };
}

function isField(name: string): name is 'code' | 'number' | 'name' {
  return name === 'code' || name === 'number' || name === 'name';
}

/** null: the field for a file was left empty. */
async function digestOf(part: MultipartFile): Promise<string | null> {
  const sha256 = createHash('sha256');
  let size = 0;
  for await (const chunk of part.file) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    sha256.update(bytes);
  }
  return size === 0 && !part.filename ? null : sha256.digest('hex');
}

const SUGGESTION_LIMITS = { files: 0, fields: 3, parts: 3, fieldSize: 20_000, fieldNameSize: 20 } as const;

/** The form of a suggestion: plain text, nothing invisible but line breaks, and no file. */
export async function readSuggestion(request: FastifyRequest): Promise<{ document: string; by: string; words: string }> {
  const fields = { document: '', by: '', words: '' };
  for await (const part of request.parts({ limits: SUGGESTION_LIMITS })) {
    if (part.type === 'file') part.file.resume();
    else if (Object.hasOwn(fields, part.fieldname) && typeof part.value === 'string')
      fields[part.fieldname as keyof typeof fields] = part.value;
  }
  const plain = fields.words.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]|\p{Cf}/gu, '');
  return { ...fields, words: plain.trim() };
}
