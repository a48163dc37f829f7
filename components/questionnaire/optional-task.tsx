type OptionalTaskProps = {
  heading: string;
  /** That it may be left out, and what it is good for. */
  text: string;
  task: {name: string; href: string | null; done: boolean; status: string};
};

/** A section of the task list that may be left out. */
export function OptionalTask({heading, text, task: {name, href, done, status}}: OptionalTaskProps) {
  return (
    <section className="my-8 border-l-8 border-line pl-4">
      <h2>{heading}</h2>
      <p className="text-quiet">{text}</p>
      <p className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2">
        {href ? <a href={href}>{name}</a> : name}
        <span className={done ? 'font-semibold text-done' : 'text-quiet'}>
          {done ? '✓ ' : ''}
          {status}
        </span>
      </p>
    </section>
  );
}
