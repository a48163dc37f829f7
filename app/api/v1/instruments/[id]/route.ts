import {jsonRoute} from '@/lib/http/json-route';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';

type Context = {params: Promise<{id: string}>};

/** A whole instrument with its benchmark counties; `?version=1.0.0` asks for one version. */
export function GET(request: Request, {params}: Context): Promise<Response> {
  return jsonRoute(request, async () => {
    const {id} = await params;
    const version = new URL(request.url).searchParams.get('version') ?? undefined;
    return Response.json(getInstrumentOrThrow(id, version));
  });
}
