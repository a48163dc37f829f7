import type {TemplateLinks} from '@/lib/report/template-links';

/** Leads to the blank questionnaire as a file to fill in off line. */
export function TemplateFiles({hint, files}: TemplateLinks) {
  return (
    <p className="my-3 flex max-w-4xl flex-wrap gap-x-6 gap-y-1 print:hidden">
      <span className="text-quiet">{hint}</span>
      {files.map(({locale, href, label}) => (
        <a key={locale} href={href}>
          {label}
        </a>
      ))}
    </p>
  );
}
