// Xero's calls held against its official OpenAPI file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OpenApiCheck } from '../../openapi/openapicheck.mjs';
import { require } from './practice.mjs';

const openapi = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'openapi');

export const newCheck = () => new OpenApiCheck({
  yaml: require('yaml'),
  Ajv: require('ajv/dist/2020').default,
  addFormats: require('ajv-formats').default,
  file: join(openapi, 'xero_accounting.yaml'),
  known: JSON.parse(readFileSync(join(openapi, 'known.json'), 'utf8')),
  base: '/api.xro/2.0',
});

/** Every call agreed, and at least so many operations were among them. */
export function agrees(check, least) {
  const faults = [...new Set(check.faults)];
  assert.equal(faults.length, 0, `\n${faults.join('\n')}`);
  assert.ok(check.operations.size >= least, `only ${check.operations.size} operations: ${[...check.operations]}`);
  console.log(`${check.checked} calls of ${check.operations.size} operations agree with the official description`);
}
