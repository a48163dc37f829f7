import {listSchemaNames} from '@/lib/archive/published-schemas';
import {jsonRoute} from '@/lib/http/json-route';

/** The JSON Schemas of the product's files, by name. */
export function GET(request: Request): Promise<Response> {
  return jsonRoute(request, async () => Response.json({schemas: listSchemaNames().map((name) => ({name}))}));
}
