import {jsonRoute} from '@/lib/http/json-route';
import {listMeasures} from '@/lib/instrument/list-measures';
import {listInstruments} from '@/lib/instrument/registry';

/** The published instruments, newest version each. */
export function GET(request: Request): Promise<Response> {
  return jsonRoute(request, async () =>
    Response.json({
      instruments: listInstruments().map(({instrument, hash}) => ({
        id: instrument.id,
        version: instrument.version,
        hash,
        title: instrument.title,
        stages: instrument.stages.length,
        measures: listMeasures(instrument).length,
      })),
    }),
  );
}
