import type {VerifiedClaim} from '@/lib/report/verify';
import {Notice} from '../ui/notice';

const LOOKS = {holds: 'plain', altered: 'warning', unknown: 'warning', fails: 'alert'} as const;

type VerifiedClaimsProps = {
  claims: readonly VerifiedClaim[];
  words: Readonly<Record<'caption' | 'item' | 'stated' | 'computed' | 'same', string>>;
};

/** What came of each statement of a file: the verdict, why, and stated beside computed. */
export function VerifiedClaims({claims, words}: VerifiedClaimsProps) {
  const cell = 'border-b border-line px-2 py-1.5 text-left align-top';
  return claims.map(({key, verdict, heading, sentences, rows}) => (
    <section key={key} className="my-6">
      <h3>{heading}</h3>
      <Notice look={LOOKS[verdict]}>
        {sentences.map((sentence) => (
          <p key={sentence} className="first:font-semibold">
            {sentence}
          </p>
        ))}
      </Notice>
      {rows.length > 0 ? (
        <table className="w-full border-collapse max-sm:text-sm">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr>
              {[words.item, words.stated, words.computed, words.same].map((word) => (
                <th key={word} scope="col" className={`${cell} sm:whitespace-nowrap`}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({label, stated, computed, differs, mark}) => (
              <tr key={label} className={differs ? 'bg-[#fdf2f2] font-semibold' : ''}>
                <th scope="row" className={`${cell} sm:whitespace-nowrap`}>
                  {label}
                </th>
                <td className={`${cell} wrap-anywhere`}>{stated}</td>
                <td className={`${cell} wrap-anywhere`}>{computed}</td>
                <td className={`${cell} whitespace-nowrap`}>{mark}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  ));
}
