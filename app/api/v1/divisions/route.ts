import {getDivisionIndex} from '@/lib/divisions/division-list';
import {searchDivisions} from '@/lib/divisions/search-divisions';
import {jsonRoute} from '@/lib/http/json-route';

/** County-level divisions that fit `?q=`, best first, at most twelve. */
export function GET(request: Request): Promise<Response> {
  return jsonRoute(request, async () => {
    const query = new URL(request.url).searchParams.get('q') ?? '';
    const divisions = searchDivisions(getDivisionIndex(), query).map(({pinyin: _pinyin, ...division}) => division);
    return Response.json({divisions});
  });
}
