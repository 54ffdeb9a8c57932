// Plain JavaScript: a worker thread is started by Node itself, whatever has loaded the rest of the program.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { folder, fontFolders } = workerData;
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders }] });

// Plain SVG lays all pages over one another; the other kind carries every text a second time, to be selected.
function picture(document) {
  return compiler.svg(document).replace(/<foreignObject[\s\S]*?<\/foreignObject>/g, '');
}

function compile({ json, as, layoutVersion }) {
  const layout = join(folder, String(layoutVersion));
  compiler.mapShadow(join(layout, 'input.json'), Buffer.from(json));
  const compiled = compiler.compile({ mainFilePath: join(layout, 'official.typ') });
  const document = compiled.result;
  if (document === null || compiled.hasError()) {
    const error = compiled.takeError();
    throw new Error(`typst: ${JSON.stringify(error?.shortDiagnostics ?? 'no document')}`);
  }
  const made = as === 'svg' ? Buffer.from(picture(document)) : compiler.pdf(document, { pdfStandard: as });
  return { made, pages: document.numOfPages };
}

parentPort.on('message', ({ id, ...asked }) => {
  try {
    const { made, pages } = compile(asked);
    const bytes = Uint8Array.from(made);
    parentPort.postMessage({ id, bytes, pages }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, failed: error instanceof Error ? error.message : JSON.stringify(error?.shortDiagnostics ?? error) });
  } finally {
    compiler.evictCache(10);
  }
});
