import {z} from 'zod';

/** The longest texts of a profile, in characters. */
export const PROFILE_LIMITS = {county: 40, industry: 60} as const;

/** One line of up to `max` characters, spaces put in order; `missing` is said of an empty one, null lets it be. */
export function lineOf(max: number, missing: string | null) {
  return z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, ' ').normalize('NFC'))
    .pipe(z.string().min(missing === null ? 0 : 1, missing ?? '').max(max).regex(/^[^\p{Cc}\p{Cs}]*$/u, 'control-characters'));
}

/** An optional figure as typed: digits with an optional point; full-width digits and separators are understood. */
function figure(max: number, decimals: boolean) {
  return z
    .string()
    .transform((text) => text.normalize('NFKC').replace(/[\s,]/g, ''))
    .pipe(z.string().regex(decimals ? /^(?:\d{1,12}(?:\.\d{1,6})?)?$/ : /^\d{0,12}$/, decimals ? 'bad-number' : 'bad-whole-number'))
    .transform((text) => (text === '' ? null : Number(text)))
    .pipe(z.number().max(max).nullable())
    .default(null);
}

/** Details of a county profile, from form text. Figures may be empty (null); one that is given needs its year. */
export const profileSchema = z
  .strictObject({
    divisionCode: z
      .string()
      .regex(/^(?:\d{6})?$/, 'bad-division')
      .transform((code) => (code === '' ? null : code))
      .default(null),
    county: lineOf(PROFILE_LIMITS.county, 'county-missing'),
    prefecture: lineOf(PROFILE_LIMITS.county, 'prefecture-missing'),
    province: lineOf(PROFILE_LIMITS.county, 'province-missing'),
    industry: lineOf(PROFILE_LIMITS.industry, 'industry-missing'),
    figuresYear: figure(2099, false).refine((year) => year === null || year >= 1990, 'bad-year'),
    population: figure(10_000, true),
    gdp: figure(100_000, true),
    clusterOutput: figure(100_000, true),
    onlineSales: figure(100_000, true),
    enterprises: figure(10_000_000, false),
  })
  .superRefine((profile, context) => {
    const figures = [profile.population, profile.gdp, profile.clusterOutput, profile.onlineSales, profile.enterprises];
    if (profile.figuresYear === null && figures.some((each) => each !== null)) {
      context.addIssue({code: 'custom', path: ['figuresYear'], message: 'year-missing'});
    }
  });

/** What a profile holds once checked; figures in the units of prisma/schema.prisma. */
export type ProfileInput = z.output<typeof profileSchema>;
