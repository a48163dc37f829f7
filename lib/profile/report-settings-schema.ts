import {z} from 'zod';
import {lineOf} from './profile-schema';

/** The longest texts of the report settings, in characters. */
export const REPORT_SETTINGS_LIMITS = {name: 60, author: 40} as const;

/** Who issues an organisation's reports and who writes them, from form text; either may be empty. */
export const reportSettingsSchema = z.strictObject({
  name: lineOf(REPORT_SETTINGS_LIMITS.name, null),
  author: lineOf(REPORT_SETTINGS_LIMITS.author, null),
});

/** What the report settings hold once checked. */
export type ReportSettingsInput = z.output<typeof reportSettingsSchema>;
