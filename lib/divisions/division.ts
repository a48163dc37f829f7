import {z} from 'zod';

const syllables = /^[a-zü]+( [a-zü]+)*$/;

const name = z.string().trim().min(1, 'must not be empty');

const rowSchema = z.tuple([
  z.string().regex(/^\d{6}$/, 'must be a code of six digits'),
  name,
  name,
  name,
  z.string().regex(syllables, 'must be lower-case syllables without tones, one space between them'),
]);

const fileSchema = z
  .strictObject({
    source: name,
    columns: z.tuple([
      z.literal('code'),
      z.literal('county'),
      z.literal('prefecture'),
      z.literal('province'),
      z.literal('pinyin'),
    ]),
    rows: z.array(rowSchema).min(1, 'must not be empty'),
  })
  .superRefine((file, context) => {
    const seen = new Set<string>();
    file.rows.forEach(([code, county, , , pinyin], index) => {
      if (seen.has(code)) {
        context.addIssue({code: 'custom', path: ['rows', index, 0], message: `code ${code} occurs more than once`});
      }
      seen.add(code);
      if (county !== '' && syllables.test(pinyin) && pinyin.split(' ').length !== [...county].length) {
        context.addIssue({code: 'custom', path: ['rows', index, 4], message: `must have one syllable for each character of ${county}`});
      }
    });
  });

/**
 * A county-level division of China: six-digit GB/T 2260 code, Chinese names, and
 * the pinyin of the county's name without tones, one syllable for each character.
 */
export type Division = {
  code: string;
  county: string;
  prefecture: string;
  province: string;
  pinyin: string;
};

/**
 * Reads the parsed JSON of content/divisions/counties.json into divisions, in the file's order.
 * Throws one Error that lists every problem found, never only the first.
 */
export function parseDivisions(data: unknown): Division[] {
  const result = fileSchema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
    throw new Error(`Divisions: ${problems.length} problem(s)\n${problems.join('\n')}`);
  }
  return result.data.rows.map(([code, county, prefecture, province, pinyin]) => ({
    code,
    county,
    prefecture,
    province,
    pinyin,
  }));
}
