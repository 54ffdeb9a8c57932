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
