// Tieout's own Xero calls, recorded between the command line and the practice company and held against the official
// OpenAPI file. node xeroflows.mjs <path of tieout-sandbox>; tieoutctl must lie beside it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, inflateSync, brotliDecompressSync } from 'node:zlib';
import { agrees, newCheck } from './bench/official.mjs';
import { program, startPractice } from './bench/practice.mjs';

const tieoutctl = join(dirname(program), 'tieoutctl');
if (!existsSync(tieoutctl)) {
  console.log('tieoutctl is not built: nothing to check');
  process.exit(0);
}
const check = newCheck();

function decoded(headers, body) {
  switch (headers['content-encoding']) {
    case 'gzip': return gunzipSync(body);
    case 'deflate': return inflateSync(body);
    case 'br': return brotliDecompressSync(body);
    default: return body;
  }
}

const collect = (stream) => new Promise((resolve, reject) => {
  const parts = [];
  stream.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
});

/** Passes everything on and keeps a record of it. */
async function startRecorder(target) {
  const upstream = new URL(target);
  const server = createServer(async (incoming, outgoing) => {
    const body = await collect(incoming);
    const onward = forward({ host: upstream.hostname, port: upstream.port, method: incoming.method, path: incoming.url,
      headers: incoming.headers });
    onward.on('response', async (answer) => {
      const bytes = await collect(answer);
      outgoing.writeHead(answer.statusCode, answer.headers);
      outgoing.end(bytes);
      check.check({ method: incoming.method, path: incoming.url.replace(/\?.*$/, ''), status: answer.statusCode,
        request: body.toString(), response: decoded(answer.headers, bytes).toString(),
        responseType: answer.headers['content-type'] });
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

const run = (workspace, ...command) => new Promise((resolve) => {
  execFile(tieoutctl, ['--workspace', workspace, '--json', ...command], { timeout: 120000 }, (error, out, err) => {
    resolve({ code: error ? error.code : 0, told: out + err });
  });
});

/** Another test may hold the redirect ports for a moment. */
async function connected(workspace, system, address) {
  let answer;
  for (let round = 0; round < 20; ++round) {
    answer = await run(workspace, 'connect', system, '--practice', address);
    if (answer.code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.fail(`connect ${system}: ${answer.told}`);
}

async function main() {
  const { addresses, stop } = await startPractice('--deals', '60', '--no-limits', '--history');
  const recorder = await startRecorder(addresses.xero);
  const folder = mkdtempSync(join(tmpdir(), 'tieout-flows-'));
  const workspace = join(folder, 'books');
  const flow = 'closed-won-to-invoice';
  try {
    assert.equal((await run(workspace, 'init')).code, 0);
    await connected(workspace, 'salesforce', addresses.salesforce);
    await connected(workspace, 'xero', `http://localhost:${recorder.address().port}`);
    assert.equal((await run(workspace, 'flow', 'add', flow)).code, 0);
    for (let round = 0; round < 2; ++round) {
      const answer = await run(workspace, 'sync', flow);
      assert.ok([0, 3].includes(answer.code), answer.told);
    }
    assert.ok(check.operations.has('createInvoices') || check.operations.has('updateOrCreateInvoices'),
              `recorded only ${[...check.operations]}`);
    agrees(check, 5);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    stop();
    recorder.close();
    recorder.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
