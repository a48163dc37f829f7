import type {AnswerVersion} from '@/lib/report/answer-version';

/** Two versions of an answer side by side, each in full. */
export function AnswerVersions({versions}: {versions: readonly AnswerVersion[]}) {
  return (
    <div className="my-2 grid gap-3 sm:grid-cols-2">
      {versions.map(({heading, answer, parts}) => (
        <div key={heading} className="min-w-0 border border-line bg-white px-3 py-2 break-words">
          <p className="text-quiet">{heading}</p>
          <p className="font-semibold">{answer}</p>
          {parts.map(({label, text}, index) => (
            <p key={index} className="mt-1 whitespace-pre-line">
              <span className="text-quiet">{label}</span>
              <br />
              {text}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
