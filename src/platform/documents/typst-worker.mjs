// Plain JavaScript: a worker thread is started by Node itself, whatever has loaded the rest of the program.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { folder, fontFolders } = workerData;
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders }] });
const template = join(folder, 'official.typ');
const input = join(folder, 'input.json');

function compile(json, pdfStandard) {
  compiler.mapShadow(input, Buffer.from(json));
  const compiled = compiler.compile({ mainFilePath: template });
  const document = compiled.result;
  if (document === null || compiled.hasError()) {
    const error = compiled.takeError();
    throw new Error(`typst: ${JSON.stringify(error?.shortDiagnostics ?? 'no document')}`);
  }
  return { pdf: compiler.pdf(document, { pdfStandard }), pages: document.numOfPages };
}

parentPort.on('message', ({ id, json, pdfStandard }) => {
  try {
    const { pdf, pages } = compile(json, pdfStandard);
    const bytes = Uint8Array.from(pdf);
    parentPort.postMessage({ id, bytes, pages }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, failed: error instanceof Error ? error.message : JSON.stringify(error?.shortDiagnostics ?? error) });
  } finally {
    compiler.evictCache(10);
  }
});
