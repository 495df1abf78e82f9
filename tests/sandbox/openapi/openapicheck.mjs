// Holds recorded calls against an OpenAPI document.
import { readFileSync } from 'node:fs';

const kMethods = ['get', 'put', 'post', 'delete', 'patch'];

function resolve(document, schema) {
  while (schema?.$ref) {
    schema = schema.$ref.split('/').slice(1).reduce((part, name) => part[name], document);
  }
  return schema ?? {};
}

/** One path template as a pattern; more fixed segments win. */
function pattern(template) {
  const segments = template.split('/').filter(Boolean);
  const fixed = segments.filter((segment) => !segment.startsWith('{')).length;
  const source = segments.map((segment) => segment.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+'));
  return { regex: new RegExp(`^/${source.join('/')}$`, 'i'), fixed };
}

export class OpenApiCheck {
  constructor({ yaml, Ajv, addFormats, file, known, base }) {
    this.document = yaml.parse(readFileSync(file, 'utf8'), { schema: 'core' });
    this.known = new Set(Object.keys(known.members));
    this.deviations = Object.keys(known.deviations).map((text) => new RegExp(text, 'i'));
    this.base = base;
    this.ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats(this.ajv, ['uuid']);
    this.ajv.addSchema({ $id: 'api', components: this.document.components });
    this.validators = new Map();
    this.faults = [];
    this.checked = 0;
    this.operations = new Set();
    this.shown = new Map();
    this.readExamples();
    this.routes = Object.entries(this.document.paths).map(([template, item]) => ({ template, item, ...pattern(template) }))
      .sort((left, right) => right.fixed - left.fixed);
  }

  /** Members that the document's own examples show, by schema: some are missing from the schemas. */
  readExamples() {
    for (const item of Object.values(this.document.paths)) {
      for (const operation of kMethods.map((method) => item[method]).filter(Boolean)) {
        const parts = [operation.requestBody, ...Object.values(operation.responses)];
        for (const part of parts.map((entry) => resolve(this.document, entry))) {
          for (const media of Object.values(part.content ?? {})) {
            const values = [media.example, ...Object.values(media.examples ?? {}).map((example) => example.value)];
            values.forEach((value) => this.readExample(media.schema, this.parsed(value)));
          }
        }
      }
    }
  }

  parsed(value) {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      return null;
    }
  }

  readExample(schema, value) {
    const own = resolve(this.document, schema);
    if (Array.isArray(value)) value.forEach((item) => this.readExample(own.items, item));
    else if (value && typeof value === 'object') {
      if (!this.shown.has(own)) this.shown.set(own, new Set());
      for (const [name, member] of Object.entries(value)) {
        this.shown.get(own).add(name);
        this.readExample(own.properties?.[name], member);
      }
    }
  }

  find(path, method) {
    return this.routes.find((route) => route.item[method] && route.regex.test(path));
  }

  validator(schema) {
    const key = JSON.stringify(schema);
    if (!this.validators.has(key)) {
      const text = key.replaceAll('"#/', '"api#/');
      this.validators.set(key, this.ajv.compile(JSON.parse(text)));
    }
    return this.validators.get(key);
  }

  note(call, what) {
    if (this.deviations.some((known) => known.test(`${call.method} ${call.path} ${what}`))) return;
    this.faults.push(`${call.method} ${call.path} (${call.status}) ${what}`);
  }

  unknownMembers(schema, value, row, where, found) {
    const own = resolve(this.document, schema);
    if (Array.isArray(value)) {
      value.forEach((item) => this.unknownMembers(own.items, item, row, `${where}[]`, found));
      return;
    }
    if (!value || typeof value !== 'object' || !own.properties) return;
    for (const [name, member] of Object.entries(value)) {
      // The elements of a refusal repeat rows of the operation.
      const part = name === 'Elements' && row ? { type: 'array', items: row } : own.properties[name];
      if (part) this.unknownMembers(part, member, row, `${where}.${name}`, found);
      else if (!this.shown.get(own)?.has(name) && !this.known.has(name)) found.add(`${where}.${name}`);
    }
  }

  /** The schema of one row of an operation's answer. */
  rowOf(operation) {
    const content = resolve(this.document, operation.responses['200'])?.content;
    const schema = resolve(this.document, Object.values(content ?? {})[0]?.schema);
    return Object.values(schema.properties ?? {}).find((property) => property.type === 'array' && property.items?.$ref !== '#/components/schemas/ValidationError')?.items;
  }

  checkBody(call, body, content, direction, operation) {
    const [type, media] = Object.entries(content ?? {})[0] ?? [];
    if (!type?.includes('json') || !media.schema) return;
    let value;
    try {
      value = JSON.parse(body);
    } catch {
      this.note(call, `${direction}: not JSON`);
      return;
    }
    // A list may be sent bare where the document wants it wrapped.
    if (direction === 'request' && Array.isArray(value)) return;
    const validate = this.validator(media.schema);
    if (!validate(value)) {
      for (const error of validate.errors.slice(0, 5)) {
        const data = error.instancePath.split('/').slice(1).reduce((part, name) => part?.[name], value);
        this.note(call, `${direction}${error.instancePath} ${error.message} ${JSON.stringify(data)?.slice(0, 60)} ` +
                        `${error.params.allowedValues ? 'of ' + error.params.allowedValues.slice(0, 30) : ''}`);
      }
    }
    const found = new Set();
    this.unknownMembers(media.schema, value, this.rowOf(operation), direction, found);
    found.forEach((member) => this.note(call, `unknown member ${member}`));
  }

  /** {method, url or path, status, request, response, responseType} */
  check(call) {
    const path = decodeURI(call.path).replace(this.base, '').replace(/\?.*$/, '');
    const method = call.method.toLowerCase();
    if (!kMethods.includes(method) || !call.path.startsWith(this.base)) return;
    const route = this.find(path, method);
    if (!route) {
      this.note(call, 'no such operation');
      return;
    }
    ++this.checked;
    const operation = route.item[method];
    this.operations.add(operation.operationId);
    if (operation.requestBody && call.request && method !== 'get')
      this.checkBody(call, call.request, resolve(this.document, operation.requestBody).content, 'request', operation);
    const answer = operation.responses[String(call.status)] ?? (call.status === 400 ? this.refusal() : null);
    if (!answer) {
      if (call.status < 400) this.note(call, 'an answer that the document does not know');
      return;
    }
    if (call.response && call.responseType?.includes('json'))
      this.checkBody(call, call.response, resolve(this.document, answer).content ?? this.refusal().content, 'response', operation);
  }

  /** Many operations leave the body of a 400 open; it is the same one everywhere. */
  refusal() {
    return { content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } };
  }
}
