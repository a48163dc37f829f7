import {z} from 'zod';

/** The longest name of whoever fills in an assessment, in characters. */
export const FILLED_BY_LIMIT = 60;

/** Who fills in an assessment: one line, as typed. */
export const filledBySchema = z
  .string()
  .transform((text) => text.trim().replace(/\s+/g, ' ').normalize('NFC'))
  .pipe(z.string().min(1, 'filled-by-missing').max(FILLED_BY_LIMIT).regex(/^[^\p{Cc}\p{Cs}]*$/u, 'control-characters'));
