import type {ClusterMatch} from '@/lib/report/cluster-match';
import {MatchMatrix} from './match-matrix';
import {TraitTable} from './trait-table';

type ClusterSectionProps = {
  heading: string;
  match: ClusterMatch | null;
  /** What stands in its place where the section was left out, and the link that leads to it. */
  missing: {text: string; link: {href: string; label: string} | null};
  words: Record<'advice' | 'trait' | 'description' | 'stage' | 'benchmarks', string>;
};

/** The cluster's stage, its match with e-commerce, what the model advises, and the answers behind it. */
export function ClusterSection({heading, match, missing, words}: ClusterSectionProps) {
  if (!match) {
    return (
      <section className="my-8 break-inside-avoid">
        <h2>{heading}</h2>
        <p className="text-quiet">
          {missing.text} {missing.link ? <a href={missing.link.href} className="print:hidden">{missing.link.label}</a> : null}
        </p>
      </section>
    );
  }
  return (
    <section className="my-8">
      <div className="break-inside-avoid">
        <h2>{heading}</h2>
        {match.sentences.map((sentence) => (
          <p key={sentence} className="my-1">
            {sentence}
          </p>
        ))}
        <MatchMatrix matrix={match.matrix} />
      </div>
      <h3 className="mt-4">{words.advice}</h3>
      {match.advice.map(({text, basis}) => (
        <p key={text} className="my-2">
          {text}
          <span className="text-sm text-quiet">{basis}</span>
        </p>
      ))}
      <h3 className="mt-4">{words.benchmarks}</h3>
      <ul className="my-2 list-disc pl-6">
        {match.placements.map((placement) => (
          <li key={placement}>{placement}</li>
        ))}
      </ul>
      <TraitTable rows={match.rows} words={words} />
      <p className="text-sm text-quiet">{match.version}</p>
    </section>
  );
}
