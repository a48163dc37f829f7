import {getSchemaOrThrow} from '@/lib/archive/published-schemas';
import {jsonRoute} from '@/lib/http/json-route';

type Context = {params: Promise<{name: string}>};

/** A published JSON Schema. */
export function GET(request: Request, {params}: Context): Promise<Response> {
  return jsonRoute(request, async () => Response.json(getSchemaOrThrow((await params).name)));
}
