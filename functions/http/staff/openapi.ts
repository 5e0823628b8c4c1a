import * as z from 'zod';
import type { Route } from './route';
import { conflictSchema, errorSchema } from './shapes/api';

/** A schema as the wire sees it: what may be sent, or what comes back. */
const wire = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return rest;
};

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const refused = (description: string) => ({ description, ...json({ $ref: '#/components/schemas/Error' }) });

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of the answer that was edited, such as `"rev-7"`; instead of `rev` in the body.',
  schema: { type: 'string', maxLength: 40 },
};
const etag = { ETag: { description: 'The rev, such as `"rev-7"`; absent from lists', schema: { type: 'string' } } };

function parametersOf({ path, query, current }: Route<never>) {
  const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'version' ? { type: 'integer', minimum: 1 } : { type: 'string', maxLength: 80 },
  }));
  const shape = query ? (wire(query, 'input') as { properties?: Record<string, object> }) : {};
  const inQuery = Object.entries(shape.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    // Coerced on arrival: whatever it is, it travels as text.
    schema: 'type' in schema || 'enum' in schema ? schema : { type: 'string' },
  }));
  return [...inPath, ...inQuery, ...(current ? [ifMatch] : [])];
}

const operation = (route: Route<never>) => ({
  summary: route.what,
  description: `Needs the role ${route.role} or a higher one.`,
  operationId: `${route.method.toLowerCase()}${route.path.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
  'x-role': route.role,
  security: [{ staff: [] }],
  parameters: parametersOf(route),
  ...(route.body ? { requestBody: { required: true, ...json(wire(route.body, 'input')) } } : {}),
  responses: {
    [route.status]: { description: 'Done', headers: etag, ...json(wire(route.answer, 'output')) },
    400: refused('Something in the request is wrong; `field` names it'),
    401: refused('No valid token'),
    403: refused('The role is too low'),
    404: refused('There is no such thing'),
    409: route.current
      ? {
          description:
            'Someone else was quicker, or it is not in a state for that; `current` is what is there now, `yours` what was sent',
          ...json({ $ref: '#/components/schemas/Conflict' }),
        }
      : refused('It is not in a state for that, or someone else was quicker'),
    ...(route.limited ? { 429: refused('Too many in the last hour') } : {}),
  },
});

/** OpenAPI 3.1 of exactly the routes that are served. */
export function openApi(routes: Route<never>[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operation(route);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stridewell staff API',
      version: '1',
      description: 'What the staff console talks to. Roles: viewer < marketer < approver < admin.',
    },
    servers: [{ url: '/staff/api' }],
    paths,
    components: {
      schemas: { Error: wire(errorSchema, 'output'), Conflict: wire(conflictSchema, 'output') },
      securitySchemes: { staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
