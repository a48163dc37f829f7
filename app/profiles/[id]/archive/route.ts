import {getSession} from '@/lib/access/session';
import {getProduct} from '@/lib/archive/product-version';
import {exportProfile} from '@/lib/db/archive';
import {fileResponse} from '@/lib/http/file-response';
import {jsonRoute} from '@/lib/http/json-route';

type Context = {params: Promise<{id: string}>};

/** A profile with all that belongs to it, as one JSON file to save. */
export function GET(request: Request, {params}: Context): Promise<Response> {
  return jsonRoute(request, async (t) => {
    const archive = await exportProfile(getSession().organisationId, (await params).id, {...getProduct(), exportedAt: new Date()});
    const {county, industry} = archive.profile;
    return fileResponse(t('archive.file-name', {county, industry}), 'json', `${JSON.stringify(archive, null, 2)}\n`);
  });
}
