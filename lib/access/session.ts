import 'server-only';
import {LOCAL_ORGANISATION} from '@/lib/db/local-organisation';

/** Who is asking. */
export type Session = {readonly organisationId: string};

/** The session of a request; a local installation has one organisation and no accounts. */
export function getSession(): Session {
  return {organisationId: LOCAL_ORGANISATION.id};
}
