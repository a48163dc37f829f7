import 'server-only';
import {AppError} from '@/lib/errors';
import type {ReportSettingsInput} from '@/lib/profile/report-settings-schema';
import type {Organisation} from '@/prisma/generated/sqlite/client';
import {getClient} from './client';
import {type Transaction, write} from './write';

/** The picture on an organisation's reports, as it was checked when it was stored. */
export type StoredLogo = {data: Uint8Array; type: 'png' | 'jpeg'; width: number; height: number};

/** What an organisation's reports bear; empty texts and no logo until somebody sets them. */
export type ReportSettings = ReportSettingsInput & {logo: StoredLogo | null; revision: number};

/** What became of a save: stored, or refused because newer settings stand. */
export type ReportSettingsOutcome = {saved: true} | {saved: false; current: ReportSettings};

/** What an organisation's reports bear. @throws AppError `not-found` */
export async function getReportSettings(organisationId: string): Promise<ReportSettings> {
  return readSettings(await getClient().organisation.findUnique({where: {id: organisationId}, omit: OMITTED}));
}

/**
 * Stores the settings if their revision is still `seenRevision`; `logo` is the new picture, null for none from now on,
 * undefined to leave it. Saving what already stands changes nothing.
 * @throws AppError `not-found`
 */
export function saveReportSettings(
  organisationId: string,
  {name, author, logo}: ReportSettingsInput & {logo: StoredLogo | null | undefined},
  seenRevision: number,
): Promise<ReportSettingsOutcome> {
  return write(async (tx: Transaction) => {
    const current = readSettings(await tx.organisation.findUnique({where: {id: organisationId}, omit: OMITTED}));
    if (current.name === name && current.author === author && isSameLogo(current.logo, logo)) return {saved: true};
    if (current.revision !== seenRevision) return {saved: false, current};
    const picture = logo && {logo: new Uint8Array(logo.data), logoType: logo.type, logoWidth: logo.width, logoHeight: logo.height};
    await tx.organisation.update({
      where: {id: organisationId},
      data: {
        reportName: name,
        reportAuthor: author,
        ...(logo === null ? {logo: null, logoType: null, logoWidth: null, logoHeight: null} : picture),
        settingsRevision: current.revision + 1,
      },
      select: {id: true},
    });
    return {saved: true};
  });
}

const OMITTED = {name: true, createdAt: true} as const;

function readSettings(row: Omit<Organisation, keyof typeof OMITTED> | null): ReportSettings {
  if (!row) throw new AppError('not-found');
  const {logo, logoType, logoWidth, logoHeight} = row;
  const isWhole = logo && (logoType === 'png' || logoType === 'jpeg') && logoWidth && logoHeight;
  return {
    name: row.reportName,
    author: row.reportAuthor,
    logo: isWhole ? {data: logo, type: logoType, width: logoWidth, height: logoHeight} : null,
    revision: row.settingsRevision,
  };
}

function isSameLogo(stored: StoredLogo | null, given: StoredLogo | null | undefined): boolean {
  if (given === undefined) return true;
  if (stored === null || given === null) return stored === given;
  return Buffer.from(stored.data).equals(given.data);
}
