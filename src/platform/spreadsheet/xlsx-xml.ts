import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;
export type XmlEvents = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Thrown inside the unpacking thread only; its message is what the user reads. */
export class BrokenPart extends Error {}

/** A parser that knows no namespaces: `name` comes without its prefix. Entity declarations are not let in. */
export function xmlParser(events: XmlEvents): { readonly write: (text: string) => void; readonly end: () => void } {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new BrokenPart(`工作簿内容不完整或已损坏（${error.message.slice(0, 80)}）`);
  });
  parser.on('doctype', () => {
    throw new BrokenPart('工作簿内含有文档类型声明，已拒绝打开');
  });
  parser.on('opentag', (tag) => events.open(local(tag.name), tag.attributes));
  const { close, text } = events;
  if (close !== undefined) parser.on('closetag', (tag) => close(local(tag.name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return { write: (chunk) => void parser.write(chunk), end: () => void parser.close() };
}

/** Reads a whole part through the events. */
export async function readXml(stream: Readable, events: XmlEvents): Promise<void> {
  const parser = xmlParser(events);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream) parser.write(decoder.decode(bytes(chunk), { stream: true }));
  parser.end();
}

export function bytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new BrokenPart('工作簿内容不是字节流');
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its name without prefix (r:id in some writers is ns0:id). */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
