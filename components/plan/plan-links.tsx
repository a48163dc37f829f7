type PlanLinksProps = {
  links: readonly {href: string; text: string}[];
  /** The measure that the links are for, as their names begin with it for those who hear them alone. */
  code: string;
};

/** What can be decided about one measure of the roadmap. */
export function PlanLinks({links, code}: PlanLinksProps) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-6 print:hidden">
      {links.map(({href, text}) => (
        <a key={href} href={href} aria-label={`${text} ${code}`}>
          {text}
        </a>
      ))}
    </p>
  );
}
